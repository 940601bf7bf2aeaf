import { z } from 'zod';

const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
export type Rectangle = z.infer<typeof Rectangle>;

/** Where the console's window was when it was last closed. */
export const WindowState = z.object({ bounds: Rectangle, maximized: z.boolean() });
export type WindowState = z.infer<typeof WindowState>;

const DEFAULT = { width: 1920, height: 1080 };
export const MINIMUM = { width: 1024, height: 700 };
/** So much of the window must be on a display that it can be grasped. */
const VISIBLE = 100;

const overlap = (a0: number, a1: number, b0: number, b1: number) => Math.min(a1, b1) - Math.max(a0, b0);
const seenOn = (w: Rectangle, d: Rectangle): boolean =>
  overlap(w.x, w.x + w.width, d.x, d.x + d.width) >= VISIBLE &&
  overlap(w.y, w.y + w.height, d.y, d.y + d.height) >= VISIBLE;

/**
 * Where the window goes: where it was, if that is still on one of the displays and large enough to work in, else
 * centred on the first.
 * @param displays work areas, the primary one first
 */
export function placeWindow(saved: WindowState | undefined, displays: readonly Rectangle[]): WindowState {
  const large =
    saved !== undefined && saved.bounds.width >= MINIMUM.width && saved.bounds.height >= MINIMUM.height;
  if (large && displays.some((display) => seenOn(saved.bounds, display))) return saved;
  const area = displays[0] ?? { x: 0, y: 0, ...DEFAULT };
  const width = Math.min(DEFAULT.width, area.width);
  const height = Math.min(DEFAULT.height, area.height);
  const bounds = {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
  };
  return { bounds, maximized: saved?.maximized ?? width === area.width };
}
