import { millis } from '../wire/time.ts';
import type { Alarm } from './model.ts';

/** Three transitions in a minute are chattering (ANSI/ISA-18.2-2016, 16.5.4; EEMUA 191, 3rd edition, appendix 9). */
const CHATTER = 3;
const CHATTER_MS = 60_000;
/** It stays listed for so long, that somebody may see to it. */
const LISTED_MS = 3_600_000;
/** Active for longer than a day is stale (ANSI/ISA-18.2-2016, 16.5.5). */
const STALE_MS = 24 * 3_600_000;

/** Whether it came and went too often to be told of each time, within the last hour. */
export function isChattering({ transitions }: Pick<Alarm, 'transitions'>, now: number): boolean {
  const times = transitions.map(({ at }) => millis(at)).filter((at) => at > now - LISTED_MS);
  return times.some((at, i) => {
    const first = times[i - CHATTER + 1];
    return first !== undefined && at - first <= CHATTER_MS;
  });
}

/** Whether it has stood for so long that nobody hears it any more. What is shelved or out of service is looked at so. */
export const isStale = ({ state, raisedAt }: Pick<Alarm, 'state' | 'raisedAt'>, now: number): boolean =>
  (state === 'unacknowledged' || state === 'acknowledged') && now - millis(raisedAt) > STALE_MS;
