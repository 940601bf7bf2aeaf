import L from 'leaflet';
import type { MapPalette } from '../palette.ts';
import type { BaseStatus, MapBase } from './model.ts';
import { paintPicture } from './picture.ts';
import { fetchTile } from './tile-source.ts';
import { VectorTiles } from './vector/vector-tiles.ts';

/** What can't be had now is asked for again after so long. */
const AGAIN_MS = 20_000;

interface Shown {
  readonly canvas: HTMLCanvasElement;
  readonly coords: L.Coords;
  readonly stop: AbortController;
  /** ms since the epoch; undefined while there is nothing on it */
  at: number | undefined;
  isMissing: boolean;
}

export interface BaseLayerOptions {
  readonly pane: string;
  readonly base: MapBase;
  readonly palette: MapPalette;
  readonly onStatus: (status: BaseStatus) => void;
  /** other names may be in view */
  readonly onNames: () => void;
}

/**
 * Tiles of a base map, each a canvas: drawn from vectors, or a picture that is subdued. One that can't be had stays
 * transparent: the streets of the inventory lie below. Never an error, and asked for again in time.
 */
export class BaseLayer extends L.GridLayer {
  readonly #base: MapBase;
  readonly #vectors: VectorTiles;
  readonly #shown = new Map<HTMLElement, Shown>();
  readonly #on: Pick<BaseLayerOptions, 'onStatus' | 'onNames'>;
  #palette: MapPalette;
  #timer: number | undefined;

  constructor({ pane, base, palette, onStatus, onNames }: BaseLayerOptions) {
    const [west, south, east, north] = base.bounds;
    super({
      pane,
      minZoom: base.minZoom,
      // Pictures are enlarged beyond their last zoom; vectors are drawn anew.
      ...(base.content === 'picture' ? { maxNativeZoom: base.maxZoom } : {}),
      bounds: [
        [south, west],
        [north, east],
      ],
      noWrap: true,
      updateWhenZooming: false,
    });
    this.#base = base;
    this.#palette = palette;
    this.#vectors = new VectorTiles(base.maxZoom);
    this.#on = { onStatus, onNames };
    this.on('tileunload', ({ tile }) => this.#forget(tile as HTMLElement));
  }

  setPalette(palette: MapPalette): void {
    this.#palette = palette;
    for (const shown of this.#shown.values()) void this.#load(shown);
  }

  /** Names that vector tiles in view carry; pictures carry theirs on them. */
  names() {
    return this.#vectors.names([...this.#shown.values()].map(({ coords }) => coords));
  }

  protected override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = document.createElement('canvas');
    const shown: Shown = { canvas, coords, stop: new AbortController(), at: undefined, isMissing: false };
    this.#shown.set(canvas, shown);
    void this.#load(shown).then(() => done(undefined, canvas));
    return canvas;
  }

  override onRemove(map: L.Map): this {
    super.onRemove(map); // each tile is unloaded
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    return this;
  }

  async #load(shown: Shown): Promise<void> {
    const { canvas, coords, stop } = shown;
    const ask = (at: L.Coords | { x: number; y: number; z: number }) => fetchTile(at, stop.signal);
    try {
      const got =
        this.#base.content === 'vector'
          ? await this.#vectors.paint(canvas, coords, this.#palette, ask)
          : await paintPicture(canvas, await ask(coords), this.#palette.picture[this.#base.shade]);
      if (stop.signal.aborted) return;
      shown.at = got.kind === 'tile' ? got.at : undefined;
      shown.isMissing = got.kind === 'none' && got.later;
    } catch {
      // Nobody waits for it any more, the application is closing, or what came can't be drawn.
      shown.isMissing = !stop.signal.aborted;
    }
    this.#tell();
  }

  #forget(tile: HTMLElement): void {
    const shown = this.#shown.get(tile);
    if (shown === undefined) return;
    shown.stop.abort();
    this.#shown.delete(tile);
    this.#tell();
  }

  #tell(): void {
    const all = [...this.#shown.values()];
    const missing = all.filter(({ isMissing }) => isMissing).length;
    const ages = all.flatMap(({ at }) => at ?? []);
    this.#on.onStatus({ oldest: ages.length === 0 ? undefined : Math.min(...ages), missing });
    if (this.#base.content === 'vector') this.#on.onNames();
    if (missing > 0) this.#timer ??= window.setTimeout(() => this.#again(), AGAIN_MS);
  }

  #again(): void {
    this.#timer = undefined;
    for (const shown of this.#shown.values()) if (shown.isMissing) void this.#load(shown);
  }
}
