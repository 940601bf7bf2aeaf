import { mediaTypeOf } from '../../shared/attachment/content.ts';
import { freshnessOf, retryAfter } from './freshness.ts';
import type { KeptTile } from './tile-store.ts';

/** No tile of a map is larger. */
const LARGEST_BYTES = 4 << 20;
const PATIENCE_MS = 10_000;
/** What a server says where it has no tile: nothing is broken. */
const ABSENT: ReadonlySet<number> = new Set([204, 404, 410]);
/** What a server says that wants to be left alone, or does not take our key. */
const BUSY: ReadonlySet<number> = new Set([401, 403, 429]);

/** How asking a server for one tile ended. */
export type Fetched =
  /** as it is now; `mayKeep` is false where the server forbids to keep it */
  | { readonly kind: 'tile'; readonly tile: KeptTile; readonly mayKeep: boolean }
  /** an answer that is no picture: refused, and what was kept stays */
  | { readonly kind: 'refused'; readonly why: string }
  /** it could not make this one now: of others that says nothing */
  | { readonly kind: 'failed'; readonly why: string }
  /** it can't be reached or wants to be left alone, for at least so long where it says how long, ms */
  | { readonly kind: 'down'; readonly why: string; readonly waitMs: number | undefined }
  /** nobody waits for it any more */
  | { readonly kind: 'aborted' };

/** What of the platform's `fetch` is used here. */
export type Fetch = (
  url: string,
  init: {
    readonly headers: Record<string, string>;
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
  },
) => Promise<Response>;

export interface FetchTile {
  readonly fetch: Fetch;
  readonly userAgent: string;
  readonly freshDays: number;
  readonly now: () => number;
}

/**
 * Asks a server for one tile, or whether the one that is kept still holds. Redirections are not followed: they would
 * carry a key elsewhere. Whatever is said of a failure holds no address, for that may hold a key.
 */
export async function fetchTile(
  url: string,
  kept: KeptTile | undefined,
  { fetch, userAgent, freshDays, now }: FetchTile,
  signal: AbortSignal,
): Promise<Fetched> {
  const timeout = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await fetch(url, {
      headers: {
        'user-agent': userAgent,
        accept: 'image/webp,image/png,image/jpeg',
        ...(kept?.etag === undefined ? {} : { 'if-none-match': kept.etag }),
        ...(kept?.modified === undefined ? {} : { 'if-modified-since': kept.modified }),
      },
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    });
    return await judge(response, kept, freshDays, now());
  } catch (error) {
    if (signal.aborted) return { kind: 'aborted' };
    const why = timeout.aborted ? `no answer within ${PATIENCE_MS / 1_000} s` : reasonOf(error);
    return { kind: 'down', why, waitMs: undefined };
  }
}

async function judge(
  response: Response,
  kept: KeptTile | undefined,
  freshDays: number,
  now: number,
): Promise<Fetched> {
  const { status, headers } = response;
  const { freshUntil, isForbidden } = freshnessOf(headers, now, freshDays);
  const tile = (data: Uint8Array<ArrayBuffer> | undefined): Fetched => ({
    kind: 'tile',
    mayKeep: !isForbidden,
    tile: {
      data,
      etag: headers.get('etag') ?? undefined,
      modified: headers.get('last-modified') ?? undefined,
      checkedAt: now,
      freshUntil,
    },
  });
  if (status === 200) {
    const data = await readUpTo(response, LARGEST_BYTES);
    if (data === undefined) return { kind: 'refused', why: `more than ${LARGEST_BYTES >> 20} MB` };
    if (data.byteLength === 0) return tile(undefined);
    // Servers say « 200 » to pages of excuses, and « image/png » of anything.
    return mediaTypeOf(data)?.startsWith('image/') === true
      ? tile(data)
      : { kind: 'refused', why: 'not a picture' };
  }
  await response.body?.cancel();
  if (status === 304 && kept !== undefined)
    return { kind: 'tile', mayKeep: true, tile: { ...kept, checkedAt: now, freshUntil } };
  if (ABSENT.has(status)) return tile(undefined);
  const why = `HTTP ${status}`;
  const waitMs = retryAfter(headers, now);
  if (BUSY.has(status) || (status >= 500 && waitMs !== undefined)) return { kind: 'down', why, waitMs };
  return { kind: status >= 500 ? 'failed' : 'refused', why };
}

/** @returns undefined where there is more */
async function readUpTo(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `fetch failed` says nothing: its cause does, by a code and without the address. */
function reasonOf(error: unknown): string {
  const cause = (error as { cause?: { code?: unknown } } | undefined)?.cause;
  return typeof cause?.code === 'string' ? cause.code : 'no connection';
}
