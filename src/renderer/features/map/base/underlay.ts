import type L from 'leaflet';
import { paneName } from '../engine/panes.ts';
import type { MapPalette } from '../palette.ts';
import type { MapPlace } from '../streets.ts';
import { BaseLayer } from './base-layer.ts';
import type { BaseStatus, MapBase } from './model.ts';

interface UnderlayOptions {
  readonly map: L.Map;
  readonly palette: MapPalette;
  readonly onStatus: (status: BaseStatus | undefined) => void;
  /** what the base map names, and whether its pictures carry their names themselves */
  readonly onNames: (places: readonly MapPlace[], isNamed: boolean) => void;
}

/** The base map of a map: none, one, or one that is hidden; exchanged when another is configured. */
export class Underlay {
  readonly #on: UnderlayOptions;
  #palette: MapPalette;
  #base: MapBase | undefined;
  #isShown = true;
  #names = '';
  #isNamed = false;
  #layer: BaseLayer | undefined;

  constructor(options: UnderlayOptions) {
    this.#on = options;
    this.#palette = options.palette;
  }

  set(base: MapBase | undefined): void {
    if (isSame(base, this.#base)) return;
    this.#base = base;
    this.#rebuild();
  }

  setShown(shown: boolean): void {
    if (shown === this.#isShown) return;
    this.#isShown = shown;
    this.#rebuild();
  }

  setPalette(palette: MapPalette): void {
    this.#palette = palette;
    this.#layer?.setPalette(palette);
  }

  /** Tiles come one by one, and most name nothing new: names are not written anew for each. */
  #tellNames(places: readonly MapPlace[], isNamed: boolean): void {
    const names = places.map(({ name }) => name).join('\n');
    if (names === this.#names && isNamed === this.#isNamed) return;
    this.#names = names;
    this.#isNamed = isNamed;
    this.#on.onNames(places, isNamed);
  }

  #rebuild(): void {
    const { map, onStatus } = this.#on;
    this.#layer?.remove();
    this.#layer = undefined;
    const base = this.#isShown ? this.#base : undefined;
    onStatus(undefined);
    this.#tellNames([], base?.named ?? false);
    if (base === undefined) return;
    const layer = new BaseLayer({
      pane: paneName('base'),
      base,
      palette: this.#palette,
      onStatus,
      onNames: () => this.#tellNames(layer.names().map(placeOf), base.named),
    });
    this.#layer = layer.addTo(map);
  }
}

const placeOf = ({ name, kind, x, y }: ReturnType<BaseLayer['names']>[number]): MapPlace => ({
  name,
  x,
  y,
  weight: 0,
  isQuarter: kind === 'quarter',
});

/** Whether a map would look the same; whether the server answers changes nothing of it. */
const isSame = (a: MapBase | undefined, b: MapBase | undefined): boolean =>
  JSON.stringify({ ...a, isCutOff: 0 }) === JSON.stringify({ ...b, isCutOff: 0 });
