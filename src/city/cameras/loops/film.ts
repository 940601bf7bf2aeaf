import { frameOver, type Picture } from './raster/picture.ts';
import { drawStrip } from './raster/strip.ts';
import { drawText, textWidth } from './raster/text.ts';
import { paintBackdrop } from './scene/backdrop.ts';
import { paintFurniture } from './scene/furniture.ts';
import type { Scene } from './scene/model.ts';
import { paintMovers } from './scene/movers.ts';
import { createView } from './scene/view.ts';

/** What is burnt into a camera's picture, and how long its loop is. */
export interface FilmTitle {
  /** Catalogue number, in the strip. */
  readonly number: number;
  /** Such as « LIB-03 Liberté × Bossuet ». */
  readonly caption: string;
  readonly frames: number;
  readonly framesPerSecond: number;
}

/** Below where a console lays its own title over the tile. */
const CAPTION_TOP = 0.155;

/**
 * Draws a camera's loop. The answer draws frame `n` on one picture it reuses: take the pixels before the
 * next call. The burnt-in time is the loop's own; the true time is the playlist's PROGRAM-DATE-TIME.
 */
export function createFilm(
  scene: Scene,
  title: FilmTitle,
  width: number,
  height: number,
): (n: number) => Picture {
  const view = createView(scene.view, width, height);
  const backdrop = paintBackdrop(scene, view);
  paintFurniture({ scene, view, picture: backdrop, solid: true }, scene);
  const dot = Math.max(1, Math.round(height / 240));
  const left = Math.round(width * 0.022);
  const top = Math.round(height * CAPTION_TOP);
  const frame = frameOver(backdrop);
  return (n) => {
    frame.rgb.set(backdrop.rgb);
    paintMovers({ scene, view, picture: frame, solid: false }, n / title.frames);
    drawText(frame, title.caption, left, top, dot);
    const time = loopTime(n, title.framesPerSecond);
    drawText(frame, time, width - left - textWidth(time, dot), top, dot);
    drawStrip(frame, { camera: title.number, frame: n });
    return frame;
  };
}

/** « BOUCLE 07,48 S »: says itself that it isn't the time of day. */
function loopTime(frame: number, framesPerSecond: number): string {
  const seconds = (frame / framesPerSecond).toFixed(2).padStart(5, '0').replace('.', ',');
  return `boucle ${seconds} s`;
}
