import { FrameLamps } from '../frame-lamps.ts';
import { type GlyphSet, glyphsOf } from '../glyph.ts';
import {
  HALO_STRENGTH,
  type Ink,
  type LampColumns,
  type LampPainter,
  type LampPalette,
  type LampView,
  markInks,
  ringInks,
} from '../lamp-painter.ts';
import { Ring } from '../mark.ts';
import { PaintOrder } from '../rank.ts';
import { CONTEXT, linkProgram } from './program.ts';
import { FRAGMENT, SIGNS, VERTEX } from './shaders.ts';

const UNIFORMS = [
  'origin',
  'scale',
  'size',
  'markReach',
  'ringReach',
  'looks',
  'marks',
  'rings',
  'markInks',
  'ringInks',
] as const;
type Uniform = (typeof UNIFORMS)[number];

interface Scene {
  readonly columns: LampColumns;
  readonly view: LampView;
  readonly lamps: FrameLamps;
}

/**
 * Draws lamps as points of WebGL: positions go to the card once, a byte a lamp when they change. The picture is the
 * splat painter's. It is made for one context: when that is lost, this painter is to be disposed of.
 */
export class GlPainter implements LampPainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #gl: WebGL2RenderingContext;
  readonly #program: WebGLProgram;
  readonly #uniforms: Readonly<Record<Uniform, WebGLUniformLocation | null>>;
  readonly #buffers: Readonly<Record<'position' | 'look' | 'order', WebGLBuffer>>;
  readonly #order = new PaintOrder();
  /** the columns whose places are on the card, and the place that those are told from */
  #placed: Float64Array | undefined;
  #anchor = { x: 0, y: 0 };
  #scene: Scene | undefined;
  #changed = false;

  /** @throws Error where the canvas gives no context, or its driver takes no such program */
  constructor(canvas: HTMLCanvasElement) {
    const gl = canvas.getContext('webgl2', CONTEXT);
    if (gl === null) throw new Error('no WebGL 2');
    this.#canvas = canvas;
    this.#gl = gl;
    this.#program = linkProgram(gl, VERTEX, FRAGMENT);
    const at = (name: Uniform) => gl.getUniformLocation(this.#program, name);
    this.#uniforms = Object.fromEntries(UNIFORMS.map((name) => [name, at(name)])) as Record<
      Uniform,
      WebGLUniformLocation | null
    >;
    this.#buffers = { position: gl.createBuffer(), look: gl.createBuffer(), order: gl.createBuffer() };
    // biome-ignore lint/correctness/useHookAtTopLevel: WebGL's own, and no hook
    gl.useProgram(this.#program);
    this.#attribute('position', (place) => gl.vertexAttribPointer(place, 2, gl.FLOAT, false, 0, 0));
    this.#attribute('look', (place) => gl.vertexAttribIPointer(place, 1, gl.UNSIGNED_BYTE, 0, 0));
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#buffers.order);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  show(columns: LampColumns, view: LampView, palette: LampPalette): void {
    const { width, height } = view;
    if (this.#canvas.width !== width || this.#canvas.height !== height)
      Object.assign(this.#canvas, { width, height });
    if (this.#placed !== columns.x) this.#place(columns, view);
    const glyphs = glyphsOf(view.radius, view.pixelRatio);
    const reach = 2 + Math.ceil(Math.max(...[...glyphs.marks, ...glyphs.rings].map((g) => g.reach)));
    this.#order.show(view.shown);
    this.#tell(view, palette, glyphs);
    this.#scene = { columns, view, lamps: new FrameLamps(columns, view, reach) };
    this.#changed = true;
    this.flush();
  }

  mark(): void {
    this.#changed = true;
  }

  markAll(): void {
    this.#changed = true;
  }

  flush(): boolean {
    if (!this.#scene || !this.#changed) return false;
    this.#changed = false;
    const { columns, view, lamps } = this.#scene;
    const gl = this.#gl;
    const order = this.#order.sort(columns.look, lamps.all);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffers.look);
    gl.bufferData(gl.ARRAY_BUFFER, columns.look, gl.DYNAMIC_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, order, gl.DYNAMIC_DRAW);
    gl.viewport(0, 0, view.width, view.height);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.drawElements(gl.POINTS, order.length, gl.UNSIGNED_INT, 0);
    return true;
  }

  dispose(): void {
    this.#scene = undefined;
    for (const buffer of Object.values(this.#buffers)) this.#gl.deleteBuffer(buffer);
    this.#gl.deleteProgram(this.#program);
  }

  /**
   * Sends all places, in the precision that a card has: told from the middle of what is looked at first, or else
   * streets would dance by several pixels at the closest zoom.
   */
  #place({ x, y }: LampColumns, { scale, originX, originY, width, height }: LampView): void {
    this.#anchor = { x: (originX + width / 2) / scale, y: (originY + height / 2) / scale };
    const places = new Float32Array(2 * x.length);
    for (let lamp = 0; lamp < x.length; lamp++) {
      places[2 * lamp] = x[lamp]! - this.#anchor.x;
      places[2 * lamp + 1] = y[lamp]! - this.#anchor.y;
    }
    const gl = this.#gl;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffers.position);
    gl.bufferData(gl.ARRAY_BUFFER, places, gl.STATIC_DRAW);
    this.#placed = x;
  }

  #tell(view: LampView, palette: LampPalette, { marks, rings }: GlyphSet): void {
    const gl = this.#gl;
    const u = this.#uniforms;
    const { scale, originX, originY, width, height } = view;
    gl.uniform2f(u.origin, this.#anchor.x * scale - originX, this.#anchor.y * scale - originY);
    gl.uniform1f(u.scale, scale);
    gl.uniform2f(u.size, width, height);
    gl.uniform1fv(
      u.markReach,
      uniformsOf(marks, ({ reach }) => [reach]),
    );
    gl.uniform1fv(
      u.ringReach,
      uniformsOf(rings, ({ reach }) => [reach]),
    );
    gl.uniform1uiv(u.looks, Uint32Array.from(this.#order.looks));
    gl.uniform4fv(
      u.marks,
      uniformsOf(marks, ({ kind, size, stroke, inner }) => [kind, size, stroke, inner]),
    );
    gl.uniform4fv(
      u.rings,
      uniformsOf(rings, ({ kind, size, stroke, inner }) => [kind, size, stroke, inner]),
    );
    gl.uniform3fv(u.markInks, uniformsOf(markInks(palette), channels));
    const strength = (ring: number) => (ring === Ring.presence ? HALO_STRENGTH / 255 : 1);
    gl.uniform4fv(
      u.ringInks,
      uniformsOf(ringInks(palette), (ink, ring) => [...channels(ink), strength(ring)]),
    );
  }

  #attribute(name: 'position' | 'look', point: (place: number) => void): void {
    const gl = this.#gl;
    const place = gl.getAttribLocation(this.#program, name);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffers[name]);
    gl.enableVertexAttribArray(place);
    point(place);
  }
}

const channels = (ink: Ink): number[] => [0, 8, 16].map((shift) => ((ink >> shift) & 255) / 255);

/** One after the other, and nothing in the places that no sign has. */
function uniformsOf<T>(signs: readonly T[], of: (sign: T, n: number) => readonly number[]): Float32Array {
  const rows = signs.map(of);
  const width = rows[0]?.length ?? 0;
  const all = new Float32Array(SIGNS * width);
  for (const [n, row] of rows.entries()) all.set(row, n * width);
  return all;
}
