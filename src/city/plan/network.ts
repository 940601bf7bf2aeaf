import { bearing, between, gap, meet } from './geometry.ts';
import { EXTENT } from './terrain.ts';
import type { Point, StreetClass } from './types.ts';

/** A junction on a line: at which vertex (with a fraction) and which node. */
export type Joint = { readonly at: number; readonly node: number };

/** A street line while the network grows. */
export type Line = {
  readonly path: readonly Point[];
  readonly class: StreetClass;
  readonly joints: Joint[];
  /** given name of an artery and of its second half; other lines are named later */
  readonly names?: readonly [string, string];
  /** an artery that stays lit where it crosses the fields */
  readonly lit?: boolean;
  /** the line a small street leaves from */
  readonly parent?: number;
};

/** Where a step from one point to the next first meets an existing line. */
type Hit = { readonly line: number; readonly at: number; readonly point: Point; readonly t: number };

const CELL = 60;
const COLUMNS = Math.ceil((EXTENT.east - EXTENT.west) / CELL);
const ROWS = Math.ceil((EXTENT.north - EXTENT.south) / CELL);
const SNAP = 11; // junctions on one line nearer than this are one

/** The street lines drawn so far, indexed by place so that a growing street can see what is around it. */
export class Network {
  readonly lines: Line[] = [];
  readonly nodes: Point[] = [];
  /** segments, in the order they were added; chained by grid cell */
  readonly #owner: number[] = [];
  readonly #vertex: number[] = [];
  readonly #angle: number[] = [];
  readonly #next: number[] = [];
  readonly #head = new Int32Array(COLUMNS * ROWS).fill(-1);

  addNode(point: Point): number {
    return this.nodes.push(point) - 1;
  }

  /** Adds a finished line; its joints with others are recorded by the caller. Segments must be short. */
  addLine(line: Line): number {
    const owner = this.lines.push(line) - 1;
    for (let i = 0; i + 1 < line.path.length; i++) {
      const [a, b] = [line.path[i]!, line.path[i + 1]!];
      const cell = this.#cell((a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
      this.#owner.push(owner);
      this.#vertex.push(i);
      this.#angle.push(bearing(a, b));
      this.#next.push(this.#head[cell]!);
      this.#head[cell] = this.#owner.length - 1;
    }
    return owner;
  }

  /** The node of `line` at `at`, an existing one if near; tells which. */
  joint(line: number, at: number, point: Point): { node: number; shared: boolean } {
    const near = this.jointNear(line, point);
    if (near !== undefined) return { node: near, shared: true };
    const node = this.addNode(point);
    this.lines[line]!.joints.push({ at, node });
    return { node, shared: false };
  }

  /** The node of a line that is near enough to a point on it to serve as its junction. */
  jointNear(line: number, point: Point): number | undefined {
    return this.lines[line]!.joints.find((j) => gap(this.nodes[j.node]!, point) < SNAP)?.node;
  }

  /** The first crossing on the way from a to b, but for those within `skip` metres of a. */
  crossing(a: Point, b: Point, skip: number): Hit | undefined {
    let first: Hit | undefined;
    const length = gap(a, b);
    this.#around((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, length / 2 + 12, (segment) => {
      const { path } = this.lines[this.#owner[segment]!]!;
      const vertex = this.#vertex[segment]!;
      const [c, d] = [path[vertex]!, path[vertex + 1]!];
      const met = meet(a, b, c, d);
      if (met && met.t * length > skip && met.t < (first?.t ?? 2))
        first = { line: this.#owner[segment]!, at: vertex + met.u, point: between(c, d, met.u), t: met.t };
      return false;
    });
    return first;
  }

  /** Whether a street other than `ignored` already runs about parallel to `angle` within `radius` of p. */
  crowded(p: Point, angle: number, radius: number, ignored: number): boolean {
    return this.#around(p[0], p[1], radius, (segment) => {
      const turn = Math.abs(Math.sin(this.#angle[segment]! - angle));
      if (turn > 0.6 || this.#owner[segment] === ignored) return false;
      const a = this.lines[this.#owner[segment]!]!.path[this.#vertex[segment]!]!;
      return (a[0] - p[0]) ** 2 + (a[1] - p[1]) ** 2 < radius * radius;
    });
  }

  /** Direction of a line at a segment. */
  angleAt(line: number, at: number): number {
    const { path } = this.lines[line]!;
    const i = Math.min(Math.floor(at), path.length - 2);
    return bearing(path[i]!, path[i + 1]!);
  }

  #cell(x: number, y: number): number {
    return Math.floor((y - EXTENT.south) / CELL) * COLUMNS + Math.floor((x - EXTENT.west) / CELL);
  }

  #around(x: number, y: number, radius: number, visit: (segment: number) => boolean): boolean {
    const column = (v: number) => Math.min(COLUMNS - 1, Math.max(0, Math.floor((v - EXTENT.west) / CELL)));
    const row = (v: number) => Math.min(ROWS - 1, Math.max(0, Math.floor((v - EXTENT.south) / CELL)));
    for (let r = row(y - radius); r <= row(y + radius); r++)
      for (let c = column(x - radius); c <= column(x + radius); c++)
        for (let s = this.#head[r * COLUMNS + c]!; s >= 0; s = this.#next[s]!) if (visit(s)) return true;
    return false;
  }
}
