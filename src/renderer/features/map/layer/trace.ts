import type { Bounds } from '../streets.ts';
import { type CanvasView, toX, toY } from './view.ts';

/** Points nearer than this to the last one drawn say nothing on a screen. */
const TOO_NEAR = 0.8;

/** Whether any of it may be in the picture, with `margin` CSS pixels around. */
export function inView(view: CanvasView, { minX, minY, maxX, maxY }: Bounds, margin: number): boolean {
  return (
    toX(view, maxX) > -margin &&
    toY(view, maxY) > -margin &&
    toX(view, minX) < view.width + margin &&
    toY(view, minY) < view.height + margin
  );
}

/** Adds a path to the context's current one. */
export function trace(context: CanvasRenderingContext2D, view: CanvasView, path: Float64Array): void {
  let lastX = toX(view, path[0]!);
  let lastY = toY(view, path[1]!);
  context.moveTo(lastX, lastY);
  for (let i = 2; i < path.length; i += 2) {
    const x = toX(view, path[i]!);
    const y = toY(view, path[i + 1]!);
    const last = i + 2 === path.length;
    if (!last && Math.abs(x - lastX) < TOO_NEAR && Math.abs(y - lastY) < TOO_NEAR) continue;
    context.lineTo(x, y);
    [lastX, lastY] = [x, y];
  }
}

/** A clean context in CSS pixels; setting the size empties the canvas. */
export function freshContext(canvas: HTMLCanvasElement, view: CanvasView): CanvasRenderingContext2D {
  canvas.width = Math.round(view.width * view.pixelRatio);
  canvas.height = Math.round(view.height * view.pixelRatio);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas');
  context.scale(view.pixelRatio, view.pixelRatio);
  context.lineCap = context.lineJoin = 'round';
  return context;
}
