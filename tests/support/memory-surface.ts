import type { Surface } from '../../src/renderer/features/map/painter/lamp-painter.ts';

/** A framebuffer that remembers which rectangles were shown. */
export class Memory implements Surface {
  pixels = new Uint32Array(0);
  width = 0;
  shown: string[] = [];
  resize(width: number, height: number): Uint32Array {
    this.width = width;
    this.pixels = new Uint32Array(width * height);
    return this.pixels;
  }
  present(x: number, y: number, width: number, height: number): void {
    this.shown.push(`${x},${y} ${width}x${height}`);
  }
  /** ink and alpha apart */
  at(x: number, y: number): { ink: number; alpha: number } {
    const pixel = this.pixels[y * this.width + x]!;
    return { ink: pixel & 0xffffff, alpha: pixel >>> 24 };
  }
}
