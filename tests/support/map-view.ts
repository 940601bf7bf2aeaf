import type { CanvasView } from '../../src/renderer/features/map/layer/view.ts';
import { mercatorX, mercatorY } from '../../src/renderer/features/map/mercator.ts';

/** Where the middle of `viewAt` is. */
export const [LON, LAT] = [5.0415, 47.322] as const;

/** A picture of the map of 1,200 by 800 pixels. */
export function viewAt(zoom: number): CanvasView {
  const scale = 256 * 2 ** zoom;
  const [width, height] = [1_200, 800];
  const [originX, originY] = [mercatorX(LON) * scale - width / 2, mercatorY(LAT) * scale - height / 2];
  return { zoom, scale, originX, originY, width, height, pixelRatio: 1, perMetre: 1 };
}
