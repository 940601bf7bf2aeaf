import { z } from 'zod';

/** ISO 8601 in UTC with milliseconds, the only form of time in JSON payloads. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** @param ms milliseconds since the epoch */
export const instant = (ms: number): Instant => new Date(ms).toISOString() as Instant;
/** @returns milliseconds since the epoch */
export const millis = (at: Instant): number => Date.parse(at);
/** Of two times of one clock the later one: what follows never comes before, though the clock was set back. */
export const later = (a: Instant, b: Instant): Instant => (millis(a) < millis(b) ? b : a);
