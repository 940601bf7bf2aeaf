import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALARM_START, someAlarm } from '../../../tests/support/alarm.ts';
import type { Owner } from '../ticket/model.ts';
import { instant, millis } from '../wire/time.ts';
import { Alarm, type AlarmState } from './model.ts';
import { type AlarmEvent, reduceAlarm } from './reduce.ts';

const by = { seat: 'seat-01', person: 'perrin' } as Owner;
const motive = 'Travaux rue Monge jusqu’à 5 h';
const at = (minute: number) => instant(ALARM_START + minute * 60_000);
const EVENTS = {
  raised: { type: 'raised', at: at(1) },
  returned: { type: 'returned', at: at(1) },
  acknowledge: { type: 'acknowledge', at: at(1), by },
  shelve: { type: 'shelve', at: at(1), by, minutes: 30, motive },
  unshelve: { type: 'unshelve', at: at(1), by },
  shelfEnded: { type: 'shelfEnded', at: at(600) },
  outOfService: { type: 'outOfService', at: at(1), by, motive },
  inService: { type: 'inService', at: at(1), by },
} as const satisfies Record<string, AlarmEvent>;
type Event = keyof typeof EVENTS;

/** An alarm in each state; the last letter of a shelved or disabled one says whether its condition stands. */
const shelved = { state: 'shelved', shelved: { by, at: at(0), until: at(60), motive } };
const disabled = { state: 'outOfService', outOfService: { by, at: at(0), motive } };
const over = { active: false, returnedAt: at(0) };
const IN = {
  normal: someAlarm({ state: 'normal', ...over }),
  unacknowledged: someAlarm(),
  acknowledged: someAlarm({ state: 'acknowledged' }),
  returned: someAlarm({ state: 'returned', ...over }),
  shelvedOn: someAlarm(shelved),
  shelvedOff: someAlarm({ ...shelved, ...over }),
  outOn: someAlarm(disabled),
  outOff: someAlarm({ ...disabled, ...over }),
} as const;

/** Figure 3 of ANSI/ISA-18.2-2016, written out: `=` stays as it is, `-` can't be done. */
const TABLE: Readonly<Record<keyof typeof IN, Readonly<Record<Event, AlarmState | '=' | '-'>>>> = {
  normal: row('unacknowledged', '=', '-', 'shelved', '-', '=', 'outOfService', '-'),
  unacknowledged: row('=', 'returned', 'acknowledged', 'shelved', '-', '=', 'outOfService', '-'),
  acknowledged: row('=', 'normal', '-', 'shelved', '-', '=', 'outOfService', '-'),
  returned: row('unacknowledged', '=', 'normal', 'shelved', '-', '=', 'outOfService', '-'),
  shelvedOn: row('=', 'shelved', '-', '-', 'unacknowledged', 'unacknowledged', 'outOfService', '-'),
  shelvedOff: row('shelved', '=', '-', '-', 'normal', 'normal', 'outOfService', '-'),
  outOn: row('=', 'outOfService', '-', '-', '-', '=', '-', 'unacknowledged'),
  outOff: row('outOfService', '=', '-', '-', '-', '=', '-', 'normal'),
};
function row(...to: readonly (AlarmState | '=' | '-')[]): Record<Event, AlarmState | '=' | '-'> {
  return Object.fromEntries(Object.keys(EVENTS).map((event, i) => [event, to[i]!])) as never;
}

describe.each(Object.entries(TABLE))('%s', (from, events) => {
  test.each(Object.entries(events))('%s → %s', (event, to) => {
    const before = IN[from as keyof typeof IN];
    const after = reduceAlarm(before, EVENTS[event as Event]);
    if (to === '-') return expect(after).toBeUndefined();
    if (to === '=') return expect(after).toBe(before);
    expect(after).toMatchObject({ state: to, version: before.version + 1 });
  });
});

test('a shelf says until when, by whom and why, and no longer than the room allows', () => {
  const after = reduceAlarm(someAlarm(), EVENTS.shelve);
  expect(after?.shelved).toEqual({ by, at: at(1), until: at(31), motive });
  expect(reduceAlarm(someAlarm({ shelfMinutes: 20 }), EVENTS.shelve)).toBeUndefined();
});

test('a shelf ends when its time is up and not before', () => {
  expect(reduceAlarm(IN.shelvedOn, { type: 'shelfEnded', at: at(59) })).toBe(IN.shelvedOn);
  expect(reduceAlarm(IN.shelvedOn, { type: 'shelfEnded', at: at(60) })?.state).toBe('unacknowledged');
});

test('an occurrence that was acknowledged says nothing of the next one', () => {
  const acknowledged = reduceAlarm(someAlarm(), EVENTS.acknowledge)!;
  const again = [EVENTS.returned, { type: 'raised', at: at(2) } as const].reduce(
    (alarm, event) => reduceAlarm(alarm, event)!,
    acknowledged,
  );
  expect(again).toMatchObject({ state: 'unacknowledged', occurrences: 2, raisedAt: at(2) });
  expect(again).not.toHaveProperty('acknowledged');
  expect(again).not.toHaveProperty('returnedAt');
});

test('is a valid alarm whatever happens, whose state agrees with its condition and with what hides it', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...(Object.keys(EVENTS) as Event[])), fc.nat(90)), {
    maxLength: 120,
  });
  fc.assert(
    fc.property(steps, (taken) => {
      let alarm = someAlarm();
      let minute = 0;
      for (const [name, wait] of taken) {
        minute += wait;
        const after = reduceAlarm(alarm, { ...EVENTS[name], at: at(minute) });
        if (after === undefined) continue;
        expect(after.version - alarm.version).toBe(after === alarm ? 0 : 1);
        if (name === 'raised') expect(after.active).toBe(true);
        else if (name === 'returned') expect(after.active).toBe(false);
        else expect(after.active).toBe(alarm.active);
        alarm = after;
        expect(Alarm.parse(alarm)).toEqual(alarm);
        const { state, active } = alarm;
        expect(alarm.shelved !== undefined).toBe(state === 'shelved');
        expect(alarm.outOfService !== undefined).toBe(state === 'outOfService');
        if (state === 'unacknowledged' || state === 'acknowledged') expect(active).toBe(true);
        if (state === 'normal' || state === 'returned') expect(active).toBe(false);
        expect(alarm.returnedAt === undefined).toBe(active);
        if (alarm.returnedAt !== undefined)
          expect(millis(alarm.returnedAt)).toBeGreaterThanOrEqual(millis(alarm.raisedAt));
        expect(alarm.transitions.at(-1)?.active).toBe(active);
      }
    }),
  );
});
