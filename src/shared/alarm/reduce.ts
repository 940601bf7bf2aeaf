import { assertNever } from '../assert-never.ts';
import type { Owner } from '../ticket/model.ts';
import { type Instant, instant, millis } from '../wire/time.ts';
import type { Alarm } from './model.ts';

/** What happens to an alarm: its condition begins or ends, a person acts, or a shelf's time is up. */
export type AlarmEvent =
  | { readonly type: 'raised' | 'returned' | 'shelfEnded'; readonly at: Instant }
  | { readonly type: 'acknowledge' | 'unshelve' | 'inService'; readonly at: Instant; readonly by: Owner }
  | {
      readonly type: 'shelve';
      readonly at: Instant;
      readonly by: Owner;
      /** min, from `at` */
      readonly minutes: number;
      readonly motive: string;
    }
  | { readonly type: 'outOfService'; readonly at: Instant; readonly by: Owner; readonly motive: string };

/** Transitions that are remembered: what tells of chattering and of an hour's load. */
const REMEMBERED = 60;

/**
 * The alarm after an event (ANSI/ISA-18.2-2016, figure 3). The condition is followed whatever hides it: who takes an
 * alarm off its shelf finds it unacknowledged if it stands, for nobody has seen it since.
 * @returns the same alarm where nothing changes; undefined where a person can't do that now
 */
export function reduceAlarm(alarm: Alarm, event: AlarmEvent): Alarm | undefined {
  const { state, active } = alarm;
  switch (event.type) {
    case 'raised':
      return active ? alarm : began(alarm, event.at);
    case 'returned':
      return active ? ended(alarm, event.at) : alarm;
    case 'acknowledge':
      if (state !== 'unacknowledged' && state !== 'returned') return undefined;
      return changed(alarm, {
        state: active ? 'acknowledged' : 'normal',
        acknowledged: { by: event.by, at: event.at },
        ...answered(alarm, event),
      });
    case 'shelve': {
      const { by, at, minutes, motive } = event;
      if (state === 'shelved' || state === 'outOfService' || minutes > alarm.shelfMinutes) return undefined;
      const until = instant(millis(at) + minutes * 60_000);
      return changed(alarm, {
        state: 'shelved',
        shelved: { by, at, until, motive },
        ...answered(alarm, event),
      });
    }
    case 'unshelve':
      return state === 'shelved' ? uncovered(alarm) : undefined;
    case 'shelfEnded':
      return alarm.shelved !== undefined && millis(alarm.shelved.until) <= millis(event.at)
        ? uncovered(alarm)
        : alarm;
    case 'outOfService': {
      const { by, at, motive } = event;
      if (state === 'outOfService') return undefined;
      const hidden = { state: 'outOfService', shelved: undefined, outOfService: { by, at, motive } } as const;
      return changed(alarm, { ...hidden, ...answered(alarm, event) });
    }
    case 'inService':
      return state === 'outOfService' ? uncovered(alarm) : undefined;
    default:
      return assertNever(event);
  }
}

/** Whether the room is to be told of it: neither shelved nor out of service. */
const isCovered = ({ state }: Alarm): boolean => state === 'shelved' || state === 'outOfService';

const began = (alarm: Alarm, at: Instant): Alarm =>
  changed(alarm, {
    active: true,
    raisedAt: at,
    returnedAt: undefined,
    occurrences: alarm.occurrences + 1,
    acknowledged: undefined,
    transitions: [
      ...alarm.transitions,
      { at, active: true, ...(isCovered(alarm) && { hidden: true as const }) },
    ].slice(-REMEMBERED),
    ...(isCovered(alarm) ? {} : { state: 'unacknowledged' }),
  });

const ended = (alarm: Alarm, at: Instant): Alarm =>
  changed(alarm, {
    active: false,
    returnedAt: at,
    transitions: [...alarm.transitions, { at, active: false }].slice(-REMEMBERED),
    ...(isCovered(alarm) ? {} : { state: alarm.state === 'acknowledged' ? 'normal' : 'returned' }),
  });

/** Whoever acknowledges or hides an alarm has answered its latest occurrence, unless somebody had before. */
function answered(
  { transitions }: Alarm,
  { by, at }: { by: Owner; at: Instant },
): Pick<Alarm, 'transitions'> {
  const last = transitions.findLastIndex(({ active }) => active);
  return {
    transitions: transitions.map((one, i) =>
      i !== last || one.hidden || one.answered ? one : { ...one, answered: { seat: by.seat, at } },
    ),
  };
}

const uncovered = (alarm: Alarm): Alarm =>
  changed(alarm, {
    state: alarm.active ? 'unacknowledged' : 'normal',
    acknowledged: undefined,
    shelved: undefined,
    outOfService: undefined,
  });

type Change = { readonly [F in keyof Alarm]?: Alarm[F] | undefined };

/** Fields given as undefined are taken away. */
function changed(alarm: Alarm, change: Change): Alarm {
  const next: Record<string, unknown> = { ...alarm, ...change, version: alarm.version + 1 };
  for (const [name, value] of Object.entries(change)) if (value === undefined) delete next[name];
  return next as Alarm;
}
