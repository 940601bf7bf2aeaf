/** What of leaflet.glify is used here: the package has no types. */
declare module 'leaflet.glify' {
  import type { Map as LeafletMap } from 'leaflet';

  interface Points {
    render(): unknown;
    remove(): unknown;
  }
  interface PointsOptions {
    readonly map: LeafletMap;
    readonly data: readonly (readonly [number, number])[];
    readonly size: () => number;
    readonly color: (index: number) => { r: number; g: number; b: number; a: number };
    readonly hover?: (event: unknown, feature: unknown) => void;
  }
  /** CommonJS: what it exports by default lies one deeper */
  const glify: { readonly default: { points(options: PointsOptions): Points } };
  export default glify;
}
