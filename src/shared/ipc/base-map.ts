import { z } from 'zod';
import { DEEPEST_ZOOM } from '../geo/tile.ts';
import { Instant } from '../wire/time.ts';

/** Bytes on their way between processes (structured clone keeps them as they are). */
const Bytes = z.instanceof(Uint8Array);
const Count = z.int().min(0);
const Zoom = z.int().min(0).max(DEEPEST_ZOOM);

/** Fetching a whole area beforehand; `done` of `total` tiles are there, those that were there before included. */
export const PrefetchState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('running'), done: Count, total: Count, failed: Count, since: Instant }),
  z.object({
    kind: z.literal('over'),
    /** whole: each tile was asked for; cancelled: by somebody; halted: the server or the disk refuses */
    how: z.enum(['whole', 'cancelled', 'halted']),
    done: Count,
    total: Count,
    failed: Count,
    at: Instant,
    /** of `halted`, in words for IT */
    why: z.string().optional(),
  }),
]);
export type PrefetchState = z.infer<typeof PrefetchState>;

const Drawn = {
  /** vector tiles are drawn in the map's own colours, pictures are subdued */
  content: z.enum(['vector', 'picture']),
  /** what the licence wants said on the map */
  attribution: z.string(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  minZoom: Zoom,
  maxZoom: Zoom,
  /** of pictures: whether their ground is light, as paper, or dark */
  shade: z.enum(['light', 'dark']),
  /** names are part of the pictures */
  named: z.boolean(),
};

/** What lies under the city, beside the streets of its own inventory. */
export const BaseMapState = z.discriminatedUnion('kind', [
  /** none is configured: nothing is fetched */
  z.object({ kind: z.literal('none') }),
  /** one is configured, but can't be used: why, in words for IT */
  z.object({ kind: z.literal('unusable'), detail: z.string() }),
  z.object({ kind: z.literal('file'), ...Drawn, file: z.string(), bytes: Count, madeAt: Instant }),
  z.object({
    kind: z.literal('server'),
    ...Drawn,
    host: z.string(),
    /** what is on this disk, and since when the oldest of it */
    kept: z.object({ tiles: Count, bytes: Count, limit: Count, oldest: Instant.optional() }),
    /** untried: nothing was asked of it since the start */
    reach: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('untried') }),
      z.object({ kind: z.literal('up'), at: Instant }),
      z.object({ kind: z.literal('down'), since: Instant, why: z.string() }),
    ]),
    /** answers that were no picture, and tiles that the disk did not take */
    refused: Count,
    unkept: Count,
    prefetch: PrefetchState,
  }),
]);
export type BaseMapState = z.infer<typeof BaseMapState>;

export const TileWish = z.object({ z: Zoom, x: Count, y: Count });

export const TileAnswer = z.discriminatedUnion('kind', [
  /** there is none, or, `later`, it can't be had now: what lies below shows */
  z.object({ kind: z.literal('none'), later: z.boolean() }),
  z.object({
    kind: z.literal('tile'),
    type: z.enum(['image/png', 'image/jpeg', 'image/webp', 'application/vnd.mapbox-vector-tile']),
    bytes: Bytes,
    /** when it was fetched, or last found unchanged; of a file, when that was made */
    at: Instant,
    /** no longer fresh by what the server said */
    stale: z.boolean(),
  }),
]);
export type TileAnswer = z.infer<typeof TileAnswer>;

/** What fetching the area would take, said before it begins. */
export const PrefetchPlan = z.object({
  total: Count,
  /** to be fetched or looked at again */
  wanted: Count,
  /** by the mean of what is kept, 20 kB a tile where nothing is */
  bytes: Count,
  seconds: Count,
  /** why it must not be done: by the server's rules, or because it would not fit */
  forbidden: z.enum(['policy', 'size']).optional(),
});
export type PrefetchPlan = z.infer<typeof PrefetchPlan>;

export const PrefetchAnswer = z.object({
  ok: z.boolean(),
  why: z.enum(['no-server', 'no-right', 'policy', 'size']).optional(),
});
export type PrefetchAnswer = z.infer<typeof PrefetchAnswer>;
