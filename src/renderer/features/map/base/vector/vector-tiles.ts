import type { TileAddress } from '../../../../../shared/geo/tile.ts';
import { latOf, metresPerPixel } from '../../mercator.ts';
import type { MapPalette } from '../../palette.ts';
import type { SourcedTile } from '../tile-source.ts';
import { type DecodedTile, decodeTile, type TilePlace } from './decode.ts';
import { paintShapes } from './paint.ts';

/** Decoded tiles kept: a screen full at one zoom, and what lies about it. */
const MOST = 120;
const SIDE = 256;
/** Drawn larger than shown, so that lines stay sharp at half steps of zoom. */
const OVERSAMPLING = 1.5;

interface Known {
  readonly sourced: SourcedTile;
  readonly decoded: DecodedTile | undefined;
}

/** Vector tiles, read once and drawn at any zoom: beyond the last one of a file, a part of its tile is drawn larger. */
export class VectorTiles {
  readonly #maxZoom: number;
  readonly #known = new Map<string, Known>();

  constructor(maxZoom: number) {
    this.#maxZoom = maxZoom;
  }

  async paint(
    canvas: HTMLCanvasElement,
    tile: TileAddress,
    palette: MapPalette,
    ask: (address: TileAddress) => Promise<SourcedTile>,
  ): Promise<SourcedTile> {
    const source = this.#sourceOf(tile);
    const { sourced, decoded } = this.#known.get(nameOf(source)) ?? (await this.#read(source, ask));
    if (decoded === undefined) return sourced;
    const side = Math.round(SIDE * OVERSAMPLING * (window.devicePixelRatio || 1));
    canvas.width = canvas.height = side;
    const context = canvas.getContext('2d');
    if (context === null) return sourced;
    const times = 2 ** (tile.z - source.z);
    const lat = latOf((tile.y + 0.5) / 2 ** tile.z);
    paintShapes(context, decoded.shapes, palette, {
      side,
      times,
      left: tile.x - source.x * times,
      top: tile.y - source.y * times,
      zoom: tile.z,
      perMetre: 1 / metresPerPixel(tile.z, lat),
      pixel: side / SIDE,
    });
    return sourced;
  }

  /** What the tiles behind these name, each place once. */
  names(tiles: readonly TileAddress[]): readonly TilePlace[] {
    const sources = new Set(tiles.map((tile) => nameOf(this.#sourceOf(tile))));
    const places = [...sources].flatMap((name) => this.#known.get(name)?.decoded?.places ?? []);
    return [...new Map(places.map((place) => [place.name, place])).values()];
  }

  #sourceOf({ z, x, y }: TileAddress): TileAddress {
    const beyond = Math.max(0, z - this.#maxZoom);
    return { z: z - beyond, x: x >> beyond, y: y >> beyond };
  }

  async #read(source: TileAddress, ask: (address: TileAddress) => Promise<SourcedTile>): Promise<Known> {
    const sourced = await ask(source);
    const decoded =
      sourced.kind === 'tile'
        ? decodeTile(new Uint8Array(await sourced.body.arrayBuffer()), source)
        : undefined;
    const known: Known = { sourced, decoded };
    if (sourced.kind === 'none' && sourced.later) return known;
    this.#known.set(nameOf(source), known);
    const [first] = this.#known.keys();
    if (this.#known.size > MOST && first !== undefined) this.#known.delete(first);
    return known;
  }
}

const nameOf = ({ z, x, y }: TileAddress): string => `${z}/${x}/${y}`;
