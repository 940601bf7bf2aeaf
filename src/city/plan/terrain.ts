import areas from '../data/areas.json' with { type: 'json' };
import { inside, smooth, toPlane } from './geometry.ts';
import type { Point } from './types.ts';

/** Water, rails and parks in the plane; small streets stop at them, arteries cross them. */
export const LINES = areas.lines.map((line) => ({
  ...line,
  path: smooth(line.points.map(toPlane), 30),
}));
export const POLYGONS = areas.polygons.map((area) => ({ ...area, outline: area.points.map(toPlane) }));

const CELL = 15;
const [WEST, SOUTH, EAST, NORTH] = [-11_500, -12_500, 13_500, 8_500];
const COLUMNS = Math.ceil((EAST - WEST) / CELL);
const ROWS = Math.ceil((NORTH - SOUTH) / CELL);

/** The extent of the plane that streets may use, in metres. */
export const EXTENT = { west: WEST, south: SOUTH, east: EAST, north: NORTH };

/** A raster of where no street may be built: asking it costs one array read. */
type Terrain = { readonly blocked: (p: Point) => boolean };

let drawn: Terrain | undefined;

/** The ground is the same for every seed, so it is drawn once. */
export function terrain(): Terrain {
  drawn ??= draw();
  return drawn;
}

function draw(): Terrain {
  const cells = new Uint8Array(COLUMNS * ROWS);
  const column = (x: number) => Math.floor((x - WEST) / CELL);
  const row = (y: number) => Math.floor((y - SOUTH) / CELL);
  const mark = (p: Point, margin: number, test: (q: Point) => boolean) => {
    for (let r = row(p[1] - margin); r <= row(p[1] + margin); r++)
      for (let c = column(p[0] - margin); c <= column(p[0] + margin); c++)
        if (r >= 0 && c >= 0 && r < ROWS && c < COLUMNS)
          if (test([WEST + (c + 0.5) * CELL, SOUTH + (r + 0.5) * CELL])) cells[r * COLUMNS + c] = 1;
  };
  for (const { path, width } of LINES) {
    const reach = width / 2 + 16;
    for (const p of path) mark(p, reach, (q) => Math.hypot(q[0] - p[0], q[1] - p[1]) < reach);
  }
  for (const { outline } of POLYGONS) {
    const [xs, ys] = [outline.map((p) => p[0]), outline.map((p) => p[1])];
    const middle: Point = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
    const reach = Math.max(Math.max(...xs) - middle[0], Math.max(...ys) - middle[1]);
    mark(middle, reach, (q) => inside(q, outline));
  }
  return {
    blocked: (p) => {
      const [r, c] = [row(p[1]), column(p[0])];
      return r < 0 || c < 0 || r >= ROWS || c >= COLUMNS || cells[r * COLUMNS + c] === 1;
    },
  };
}
