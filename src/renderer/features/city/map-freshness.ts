import type { MapFreshness } from '../map/index.ts';

/** The hub tells each district whole every 30 s: one that is older has missed it. */
const SILENT_MS = 45_000;
/** A lamp reports once an hour at least; that of all of them none does for so many usual gaps is no chance. */
const REPORT_EVERY_MS = 3_600_000;
const GAPS = 20;
const LEAST_QUIET_MS = 120_000;

/** So many lamps may be quiet together for so long, ms. */
export const quietFor = (lamps: number): number =>
  Math.max(LEAST_QUIET_MS, (GAPS * REPORT_EVERY_MS) / Math.max(1, lamps));

/** A district whose last frame was made then has missed one. @param now ms, by the clock of the frames */
export const isSilent = (asOf: number | undefined, now: number): boolean =>
  asOf === undefined || now - asOf >= SILENT_MS;

/**
 * When a district was last told of, ms by the clock of the frames (0: never), where what is known of it is not followed
 * any more; undefined while it is.
 * @param asOf when its last frame was made @param lost the hub is not heard
 */
export const leftOffAt = (asOf: number | undefined, lost: boolean, now: number): number | undefined =>
  lost || isSilent(asOf, now) ? (asOf ?? 0) : undefined;

/**
 * How far the map can be believed, by the lamps' own news: a hub that lives proves nothing of frames that are missing
 * or could not be applied, and its frames prove nothing of lamps that report no more.
 * @param lamps `newest`: when the latest report of all was observed, ms, 0 = none
 * @param ages slot → when its last frame was made; a slot without one has never been heard of
 * @param lost the hub is not heard
 * @param now ms, by the clock of the frames
 */
export function mapFreshness(
  lamps: { readonly known: number; readonly total: number; readonly newest: number },
  slots: readonly number[],
  ages: ReadonlyMap<number, number>,
  lost: boolean,
  now: number,
): MapFreshness {
  const heard = slots.flatMap((slot) => ages.get(slot) ?? []);
  if (lamps.total === 0 || heard.length === 0) return { kind: 'empty' };
  const newest = Math.max(...heard);
  // What had been silent for long when the rest fell silent says nothing of how old the rest is.
  const together = heard.filter((asOf) => newest - asOf < SILENT_MS);
  const oldest = Math.min(...together);
  if (lost || now - newest >= SILENT_MS) return { kind: 'stale', since: oldest };
  const fresh = heard.filter((asOf) => now - asOf < SILENT_MS);
  if (fresh.length < slots.length) {
    const since = Math.min(...heard);
    const silent = slots.length - fresh.length;
    return {
      kind: 'partial',
      silent,
      districts: slots.length,
      ...(now - since < SILENT_MS ? {} : { since }),
    };
  }
  const { known, total, newest: reported } = lamps;
  if (known > 0 && now - reported > quietFor(known)) return { kind: 'silent', since: reported };
  return { kind: 'live', known, total, ...(known > 0 ? { reportedMs: Math.max(0, now - reported) } : {}) };
}
