import { expect, test } from 'vitest';
import { ticket } from '../../../tests/support/ticket.ts';
import { TICKET_KINDS } from './kinds.ts';
import { DEFAULT_TARGETS, dueOf, overdue, RoomTargets, roomTargets, targetsOf } from './targets.ts';

const MIN = 60_000;
const owner = { seat: 's', person: 'p' };
const held = { state: 'claimed', owner } as const;
const sent = (state: string) => ({
  state: 'inProgress',
  owner,
  units: ['PM-12'],
  assignments: [{ unit: 'PM-12', state, at: '2026-11-24T03:00:00.000Z' }],
});

test.each([
  ['free, to be taken', {}, 'claim', 5],
  ['taken, a team to be sent', held, 'assign', 10],
  ['sent, to be there', sent('accepted'), 'arrive', 30],
  ['told by voice: it is not there yet', sent('byVoice'), 'arrive', 30],
  ['chosen and not told: nobody is there', sent('untold'), 'arrive', 30],
  ['there, as it said by radio', sent('onSite'), 'close', 240],
  ['there, to be ended', sent('onSite'), 'close', 240],
])('%s', (_name, over, milestone, minutes) =>
  expect(dueOf(ticket('a', { kind: 'fight', priority: 2, ...over }), DEFAULT_TARGETS)).toEqual({
    milestone,
    target: minutes * MIN,
  }),
);

test('nothing is due of what is closed', () =>
  expect(dueOf(ticket('a', { state: 'closed' }), DEFAULT_TARGETS)).toBeUndefined());

test('a milestone that a kind does not have is passed over', () => {
  const question = ticket('a', { kind: 'question', priority: 4, ...held });
  expect(dueOf(question, DEFAULT_TARGETS)?.milestone).toBe('close');
});

test('a kind has its own times at its usual priority, those of the priority at another', () => {
  expect(targetsOf({ kind: 'flood', priority: 1 }, DEFAULT_TARGETS).arrive).toBe(20);
  expect(targetsOf({ kind: 'flood', priority: 3 }, DEFAULT_TARGETS).arrive).toBe(120);
});

test('what is configured takes the place of a default, the rest stays', () => {
  const room = roomTargets({ priorities: { 2: { claim: 3 } }, kinds: { dog: { claim: 9 } } });
  expect(targetsOf({ kind: 'fight', priority: 2 }, room)).toEqual({ claim: 3 });
  expect(targetsOf({ kind: 'dog', priority: 3 }, room)).toEqual({ claim: 9 });
  expect(targetsOf({ kind: 'tag', priority: 4 }, room)).toEqual(DEFAULT_TARGETS.kinds.tag);
});

test('past its target it says by how much', () => {
  const open = ticket('a', { priority: 2, openedAt: '2026-11-24T03:00:00.000Z' });
  const at = Date.parse('2026-11-24T03:00:00.000Z');
  expect(overdue(open, DEFAULT_TARGETS, at + 5 * MIN)).toBeUndefined();
  expect(overdue(open, DEFAULT_TARGETS, at + 7 * MIN)).toBe(2 * MIN);
});

test('the defaults are whole, in order of time, and of kinds that there are', () => {
  RoomTargets.parse(DEFAULT_TARGETS);
  const known = new Set<string>(TICKET_KINDS.map(({ id }) => id));
  expect(Object.keys(DEFAULT_TARGETS.kinds).filter((kind) => !known.has(kind))).toEqual([]);
  for (const all of [...Object.values(DEFAULT_TARGETS.priorities), ...Object.values(DEFAULT_TARGETS.kinds)]) {
    const times = [all.claim, all.assign, all.arrive, all.close].filter((time) => time !== undefined);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  }
});
