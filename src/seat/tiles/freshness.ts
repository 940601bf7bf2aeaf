/** What a server says of how long an answer holds. */
export interface Freshness {
  /** ms since the epoch */
  readonly freshUntil: number;
  /** the server forbids to keep it */
  readonly isForbidden: boolean;
}

const DAY_MS = 86_400_000;
/** A year: what a server calls fresh for longer is looked at again all the same. */
const LONGEST_MS = 365 * DAY_MS;

/**
 * How long an answer is fresh (RFC 9111, 4.2.1 and 5.2.2): `no-cache` is stale at once but kept, `no-store` is not.
 * @param defaultDays where the server says nothing
 */
export function freshnessOf(headers: Headers, now: number, defaultDays: number): Freshness {
  const control = (headers.get('cache-control') ?? '').toLowerCase();
  const isForbidden = /(^|[\s,])no-store([\s,]|$)/.test(control);
  const until = (ms: number): Freshness => ({
    freshUntil: now + Math.min(LONGEST_MS, Math.max(0, ms)),
    isForbidden,
  });
  if (/(^|[\s,])no-cache([\s,=]|$)/.test(control)) return until(0);
  const [, seconds] = /(?:^|[\s,])max-age="?(\d+)/.exec(control) ?? [];
  if (seconds !== undefined) return until((Number(seconds) - ageOf(headers)) * 1_000);
  const expires = headers.get('expires');
  if (expires === null) return until(defaultDays * DAY_MS);
  // By the server's own clock where it tells it; what is no date has expired (RFC 9111, 5.3).
  const sent = Date.parse(headers.get('date') ?? '');
  const expiry = Date.parse(expires);
  return until(Number.isNaN(expiry) ? 0 : expiry - (Number.isNaN(sent) ? now : sent));
}

/** How long it has lain in caches on its way, seconds. */
const ageOf = (headers: Headers): number => {
  const age = Number(headers.get('age') ?? 0);
  return Number.isFinite(age) && age > 0 ? age : 0;
};

/** How long a server wants to be left alone, ms; undefined where it doesn't say (RFC 9110, 10.2.3). */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const said = headers.get('retry-after');
  if (said === null) return undefined;
  if (/^\d+$/.test(said)) return Number(said) * 1_000;
  const at = Date.parse(said);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
