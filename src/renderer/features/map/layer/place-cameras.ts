import { mercatorX, mercatorY } from '../mercator.ts';
import type { MapCamera } from '../model.ts';
import { type CanvasView, toX, toY } from './view.ts';

export const CAMERAS_FROM = 12.5;
export const CONES_FROM = 14;
/** How far from a mark a pointer still means it, CSS pixels. */
const REACH = 12;
/** Of one mark from another, CSS pixels: their borders stay apart. */
const APART = 3;
/** Directions in which a mark gives way, in the order in which they are tried. */
const WAYS = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
] as const;
/** Rings of such places about the true one. */
const RINGS = 2;

/** A camera in a picture. */
export interface CameraSign {
  readonly camera: MapCamera;
  /** where it stands, and from where it looks, CSS pixels */
  readonly x: number;
  readonly y: number;
  /** of its mark from there, CSS pixels: it has given way to another */
  readonly dx: number;
  readonly dy: number;
  /** it is looked at, or plays on this seat */
  readonly strong: boolean;
}

/** Half of a mark's side, CSS pixels. */
export const halfOf = (zoom: number): number => (zoom < CONES_FROM ? 3.5 : 6);

const rank = ({ camera, strong }: CameraSign): number => (strong ? 0 : camera.state === 'up' ? 2 : 1);

/**
 * The cameras in a picture, the most important first: those that are looked at, then those that are not as they should
 * be. Where two share a post the later one's mark stands beside it. None is left out, and far out none gives way: there
 * a mark beside its place would be in another street.
 */
export function placeCameras(
  view: CanvasView,
  cameras: readonly MapCamera[],
  selected: string | undefined,
): readonly CameraSign[] {
  const margin = 160;
  const signs = cameras
    .flatMap((camera): CameraSign[] => {
      const [lon, lat] = camera.position;
      const [x, y] = [toX(view, mercatorX(lon)), toY(view, mercatorY(lat))];
      const outside = x < -margin || y < -margin || x > view.width + margin || y > view.height + margin;
      const strong = camera.id === selected || camera.watched;
      return outside ? [] : [{ camera, x, y, dx: 0, dy: 0, strong }];
    })
    .toSorted((a, b) => rank(a) - rank(b));
  if (view.zoom < CONES_FROM) return signs;
  const step = 2 * halfOf(view.zoom) + APART;
  const placed: CameraSign[] = [];
  for (const sign of signs) placed.push(freed(sign, placed, step));
  return placed;
}

/** The same with its mark where none of those before is, if there is such a place near by. */
function freed(sign: CameraSign, placed: readonly CameraSign[], step: number): CameraSign {
  const isFree = (dx: number, dy: number): boolean =>
    placed.every(
      (other) =>
        Math.abs(other.x + other.dx - sign.x - dx) >= step ||
        Math.abs(other.y + other.dy - sign.y - dy) >= step,
    );
  if (isFree(0, 0)) return sign;
  for (let ring = 1; ring <= RINGS; ring++)
    for (const [u, v] of WAYS) {
      const [dx, dy] = [u * ring * step, v * ring * step];
      if (isFree(dx, dy)) return { ...sign, dx, dy };
    }
  return sign;
}

/** The camera meant by a place (normalised Web Mercator): the one whose mark is nearest. */
export function pickCamera(
  signs: readonly CameraSign[],
  x: number,
  y: number,
  zoom: number,
): MapCamera | undefined {
  const side = 256 * 2 ** zoom;
  let found: MapCamera | undefined;
  let least = REACH;
  for (const { camera, dx, dy } of signs) {
    const [lon, lat] = camera.position;
    const far = Math.hypot((mercatorX(lon) - x) * side + dx, (mercatorY(lat) - y) * side + dy);
    if (far > least || (far === least && found !== undefined)) continue;
    found = camera;
    least = far;
  }
  return found;
}
