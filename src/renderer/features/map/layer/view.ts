/** What a canvas on the map shows: lengths in CSS pixels, places in normalised Web Mercator. */
export interface CanvasView {
  readonly zoom: number;
  /** of the world's side */
  readonly scale: number;
  /** of the canvas's top left corner from the world's */
  readonly originX: number;
  readonly originY: number;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  /** CSS pixels for a metre of ground, in the middle of the picture */
  readonly perMetre: number;
}

export const toX = (view: CanvasView, x: number): number => x * view.scale - view.originX;
export const toY = (view: CanvasView, y: number): number => y * view.scale - view.originY;
