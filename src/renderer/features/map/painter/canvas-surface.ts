import type { Surface } from './lamp-painter.ts';

/** A canvas whose pixels are kept in plain memory and copied when shown. */
export class CanvasSurface implements Surface {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  #image: ImageData | undefined;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    // A canvas in memory: with a GPU behind it each copy would cross to the card and back.
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no 2D canvas');
    this.#context = context;
  }

  resize(width: number, height: number): Uint32Array {
    this.#canvas.width = width;
    this.#canvas.height = height;
    this.#image = new ImageData(width, height);
    return new Uint32Array(this.#image.data.buffer);
  }

  present(x: number, y: number, width: number, height: number): void {
    if (this.#image) this.#context.putImageData(this.#image, 0, 0, x, y, width, height);
  }
}
