import { CanvasSurface } from './canvas-surface.ts';
import { choosePainter, type PainterChoice, type PainterStatus } from './choice.ts';
import { GlPainter } from './gl/gl-painter.ts';
import type { LampPainter } from './lamp-painter.ts';
import { SplatPainter } from './splat-painter.ts';

/** What a painter is put on: a canvas keeps the kind of context that it first gave. */
export interface Stand {
  /** A fresh canvas in the place of the last one. */
  readonly renew: () => HTMLCanvasElement;
  /** Puts back one that was there before. */
  readonly put: (canvas: HTMLCanvasElement) => void;
  /** Another painter has nothing on its canvas yet. */
  readonly changed: (status: PainterStatus) => void;
}

/**
 * The painter that draws now. Where the card's context is lost the splat painter takes its place at once, and gives
 * it back when the browser has restored the context.
 */
export class LivePainter {
  readonly #stand: Stand;
  #painter: LampPainter | undefined;
  #status: PainterStatus = { painter: 'splat', why: 'chosen' };
  #leave: () => void = () => undefined;

  constructor(stand: Stand) {
    this.#stand = stand;
  }

  get painter(): LampPainter | undefined {
    return this.#painter;
  }

  get status(): PainterStatus {
    return this.#status;
  }

  choose(choice: PainterChoice): void {
    this.dispose();
    const wanted = choosePainter(choice);
    if (wanted.painter === 'webgl') this.#takeCard(this.#stand.renew(), wanted);
    else this.#takeSplat(wanted);
  }

  dispose(): void {
    this.#leave();
    this.#leave = () => undefined;
    this.#painter?.dispose();
    this.#painter = undefined;
  }

  #takeSplat(status: PainterStatus): void {
    this.#take(new SplatPainter(new CanvasSurface(this.#stand.renew())), status);
  }

  #takeCard(canvas: HTMLCanvasElement, status: PainterStatus & { readonly painter: 'webgl' }): void {
    try {
      this.#take(new GlPainter(canvas), status);
    } catch {
      this.#takeSplat({ painter: 'splat', why: 'refused', renderer: status.renderer });
      return;
    }
    const ends = new AbortController();
    const { signal } = ends;
    this.#leave = () => ends.abort();
    canvas.addEventListener(
      'webglcontextlost',
      (event) => {
        event.preventDefault(); // else it is never restored
        this.#takeSplat({ painter: 'splat', why: 'lost', since: Date.now() });
      },
      { signal },
    );
    canvas.addEventListener(
      'webglcontextrestored',
      () => {
        ends.abort();
        this.#stand.put(canvas);
        this.#takeCard(canvas, status);
      },
      { signal },
    );
  }

  #take(painter: LampPainter, status: PainterStatus): void {
    this.#painter?.dispose();
    this.#painter = painter;
    this.#status = status;
    this.#stand.changed(status);
  }
}
