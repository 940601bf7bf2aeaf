import type { MapPalette } from '../palette.ts';
import type { Label } from './label-plan.ts';

const FONTS: Readonly<Record<Label['kind'], string>> = {
  street: '500 15px',
  quarter: '500 16px',
  place: '600 16px',
};
const HALO = 4;
const BOX = 26;
/** Drawn larger than shown, so that a turned name stays sharp. */
const OVERSAMPLING = 2;
/** Names kept ready; a day's wandering over the map must not keep them all. */
const MOST = 600;

interface Sprite {
  readonly image: OffscreenCanvas;
  readonly width: number;
}

/** Names with their halo, drawn once each: stroking turned text anew costs a millisecond a name. */
export class LabelSprites {
  readonly #sprites = new Map<string, Sprite>();
  readonly #widths = new Map<string, number>();
  readonly #ruler: OffscreenCanvasRenderingContext2D;
  #palette: MapPalette;

  constructor(palette: MapPalette) {
    this.#palette = palette;
    this.#ruler = new OffscreenCanvas(1, 1).getContext('2d')!;
  }

  /** Forgets all names: the colours or the fonts have changed. */
  reset(palette: MapPalette): void {
    this.#palette = palette;
    this.#sprites.clear();
    this.#widths.clear();
  }

  /** CSS pixels. */
  width(text: string, kind: Label['kind']): number {
    const key = `${kind} ${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      this.#ruler.font = this.#font(kind);
      width = this.#ruler.measureText(text).width;
      this.#widths.set(key, width);
    }
    return width;
  }

  draw(context: CanvasRenderingContext2D, pixelRatio: number, { text, kind, x, y, angle }: Label): void {
    const { image, width } = this.#sprite(text, kind, pixelRatio);
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.drawImage(image, -width / 2, -BOX / 2, width, BOX);
    context.restore();
  }

  #sprite(text: string, kind: Label['kind'], pixelRatio: number): Sprite {
    const key = `${pixelRatio} ${kind} ${text}`;
    let sprite = this.#sprites.get(key);
    if (!sprite) {
      if (this.#sprites.size >= MOST) this.#sprites.clear();
      sprite = this.#make(text, kind, pixelRatio * OVERSAMPLING);
      this.#sprites.set(key, sprite);
    }
    return sprite;
  }

  #make(text: string, kind: Label['kind'], scale: number): Sprite {
    const width = Math.ceil(this.width(text, kind)) + 2 * HALO;
    const image = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(BOX * scale));
    const context = image.getContext('2d')!;
    context.scale(scale, scale);
    context.font = this.#font(kind);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = HALO;
    context.strokeStyle = this.#palette.halo;
    context.strokeText(text, width / 2, BOX / 2);
    context.fillStyle = kind === 'place' ? this.#palette.place : this.#palette.label;
    context.fillText(text, width / 2, BOX / 2);
    return { image, width };
  }

  #font(kind: Label['kind']): string {
    return `${FONTS[kind]} ${this.#palette.font}`;
  }
}
