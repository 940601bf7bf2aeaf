import { z } from 'zod';
import { Priority, Service } from '../../shared/ticket/model.ts';
import data from '../data/requests.json' with { type: 'json' };

/** A kind of request that the demo city makes, with how often, by whom, and in which words. */
const RequestKind = z.strictObject({
  kind: z.string(),
  service: Service,
  priority: Priority,
  /** how often against the others, by day; at night it is multiplied by `night` */
  weight: z.number().positive(),
  night: z.number().positive(),
  by: z.enum(['call', 'citizen', 'fault', 'service']),
  where: z.enum(['street', 'place']),
  /** what happens, and what may be said of it: no text may contradict its title */
  cases: z.array(z.strictObject({ title: z.string(), texts: z.array(z.string()).min(1) })).min(1),
});
export type RequestKind = z.infer<typeof RequestKind>;

const { kinds, callers, hourly } = z
  .strictObject({
    kinds: z.array(RequestKind),
    callers: z.array(z.string()),
    /** how busy each hour of the day is, against the others */
    hourly: z.array(z.number().positive()).length(24),
  })
  .parse(data);

export { callers, kinds };

const mean = hourly.reduce((sum, n) => sum + n, 0) / hourly.length;

/** Requests an hour at a time of day, from requests a day. @param hour 0 ≤ h < 24 */
export const hourlyRate = (perDay: number, hour: number): number =>
  (perDay / 24) * (hourly[Math.floor(hour)]! / mean);

/** How often a kind comes up at a time of day. */
export const weightAt = ({ weight, night }: RequestKind, hour: number): number =>
  weight * (hour >= 22 || hour < 6 ? night : 1);
