import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticket as sampleTicket } from '../../../tests/support/ticket.ts';
import { TicketEvent } from '../ticket/model.ts';
import { instant } from '../wire/time.ts';
import { RULES } from './rules.ts';
import { type Counted, tally } from './tally.ts';

const NOON = Date.UTC(2026, 10, 24, 11);
const HOUR = 3_600_000;
let seq = 0;
const counted = (rule: string, hoursAgo: number, more: object, ticket: object = {}): Counted => ({
  event: TicketEvent.parse({
    v: 1,
    seq: ++seq,
    epoch: 'e',
    target: { type: 'ticket', id: 'T-1' },
    type: 'ticket.merged',
    version: 2,
    at: instant(NOON - hoursAgo * HOUR),
    patch: {},
    advice: rule,
    ...more,
  }),
  ticket: sampleTicket('T-1', ticket),
});
const merged = { state: 'closed', outcome: 'duplicate' };
const of = (rule: string, all: readonly Counted[]) => tally(all, NOON).find((one) => one.rule === rule);

test('every rule is there, those that nobody has answered too', () => {
  expect(tally([], NOON).map(({ rule }) => rule)).toEqual(Object.keys(RULES));
  expect(of('duplicate', [])).toMatchObject({ followed: 0, refused: 0, motives: [] });
});

test.each([
  ['a merge that has stood for a shift', 13, merged, 'met'],
  ['one that has just been made', 1, merged, 'open'],
  ['one that was undone', 13, { state: 'open' }, 'missed'],
  ['one whose ticket was closed otherwise since', 13, { state: 'closed', outcome: 'done' }, 'missed'],
] as const)('%s', (_, hoursAgo, ticket, came) => {
  expect(of('duplicate', [counted('duplicate', hoursAgo, {}, ticket)])).toMatchObject({
    followed: 1,
    [came]: 1,
  });
});

test.each([
  ['all seen to', { state: 'closed', outcome: 'done' }, 'met'],
  ['not yet', { state: 'claimed', owner: { seat: 's', person: 'p' } }, 'open'],
  ['nothing was found', { state: 'closed', outcome: 'unfounded' }, 'missed'],
] as const)('a trip: %s', (_, ticket, came) => {
  const linked = counted('trip', 5, { type: 'ticket.linked' }, ticket);
  expect(of('trip', [linked])).toMatchObject({ followed: 1, [came]: 1 });
});

/** One that was followed at noon less so many minutes, and what its ticket has become. */
const ago = (
  rule: string,
  minutes: number,
  more: object,
  ticket: object,
  later: readonly TicketEvent[] = [],
) => tally([{ ...counted(rule, minutes / 60, more, ticket), later }], NOON).find((one) => one.rule === rule);
const closed = { state: 'closed', outcome: 'done' };

test.each([
  ['stood until it was closed', { ...closed, priority: 1 }, 'met'],
  ['still open', { priority: 1 }, 'open'],
  ['changed again', { priority: 2 }, 'missed'],
] as const)('a priority: %s', (_, ticket, came) => {
  const set = { type: 'ticket.prioritised', patch: { priority: 1 } };
  expect(ago('priority', 60, set, ticket)).toMatchObject({ followed: 1, [came]: 1 });
});

test.each([
  ['stood until it was closed', { ...closed, kind: 'fight' }, 'met'],
  ['still open', { kind: 'fight' }, 'open'],
  ['corrected', { ...closed, kind: 'noise' }, 'missed'],
] as const)('a kind: %s', (_, ticket, came) => {
  const set = { type: 'ticket.amended', patch: { kind: 'fight', service: 'police' } };
  expect(ago('kind', 60, set, ticket)).toMatchObject({ followed: 1, [came]: 1 });
});

const CMD = '018f0000-0000-7000-8000-000000000001';
const goes = (state: string, cmd = CMD) => ({
  state: 'inProgress',
  units: ['PM12'],
  assignments: [{ unit: 'PM12', state, at: instant(NOON), cmd }],
});
test.each([
  ['it is on site', goes('onSite'), 'met'],
  ['it is done, and the ticket closed', { ...goes('done'), ...closed }, 'met'],
  ['on its way', goes('accepted'), 'open'],
  ['told', goes('told'), 'open'],
  ['it refused', goes('refused'), 'missed'],
  ['it was taken off', { state: 'claimed', units: [], assignments: [] }, 'missed'],
  ['closed before it came', { ...goes('accepted'), ...closed }, 'missed'],
] as const)('the nearest unit: %s', (_, ticket, came) => {
  const { units, assignments } = goes('told');
  const other = {
    unit: 'PM3',
    state: 'onSite',
    at: instant(NOON),
    cmd: '018f0000-0000-7000-8000-000000000003',
  };
  const sent = {
    type: 'ticket.assigned',
    cmd: CMD,
    patch: { state: 'inProgress', units, assignments: [other, ...assignments] },
  };
  expect(ago('nearestUnit', 5, sent, ticket)).toMatchObject({ followed: 1, [came]: 1 });
});

const light = { override: CMD, street: 'rue Monge', level: 1, until: instant(NOON), lamps: 10 };
const seen = (more: object) =>
  counted('', 0, { type: 'lamp.observed', advice: undefined, light: { ...light, ...more } }).event;
test.each<[string, number, readonly TicketEvent[], string]>([
  ['all were seen', 5, [seen({ observed: 10 })], 'met'],
  ['one is broken', 5, [seen({ observed: 9 })], 'met'],
  ['the street is still dark', 5, [seen({ observed: 3 })], 'missed'],
  ['nothing seen yet', 5, [], 'open'],
  ['nothing seen at all', 11, [], 'missed'],
  ['only their return was seen', 5, [seen({ observed: 10, release: true })], 'open'],
  ['others were seen', 5, [seen({ observed: 10, override: '018f0000-0000-7000-8000-000000000002' })], 'open'],
])('lamps: %s', (_, minutes, later, came) => {
  expect(ago('relight', minutes, { type: 'lamp.commanded', light }, {}, later)).toMatchObject({
    followed: 1,
    [came]: 1,
  });
});

test.each([
  ['in time', -60_000, 'met'],
  ['in its last moment', 0, 'met'],
  ['late', 1, 'missed'],
] as const)('a promise kept %s', (_, late, came) => {
  const by = { seat: 's', person: 'p' };
  const callback = { due: instant(NOON), by, keptAt: instant(NOON + late) };
  expect(ago('promise', 0, { type: 'ticket.kept', patch: { callback } }, {})).toMatchObject({ [came]: 1 });
});

test.each([
  ['closed with a finding by who looked', 'p-1', { ...closed, outcome: 'unfounded' }, 'met'],
  ['still at it', 'p-1', { state: 'claimed' }, 'open'],
  ['passed to another', 'p-2', { state: 'claimed' }, 'missed'],
  ['passed to another service', 'p-1', { ...closed, outcome: 'transferred' }, 'missed'],
  ['let go', undefined, { state: 'open' }, 'missed'],
] as const)('cameras: %s', (_, person, ticket, came) => {
  const owner = person === undefined ? {} : { owner: { seat: 's', person } };
  const claimed = { type: 'ticket.claimed', person: 'p-1' };
  expect(ago('cameras', 5, claimed, { ...ticket, ...owner })).toMatchObject({ followed: 1, [came]: 1 });
});

test('refusals keep their latest motives', () => {
  const refused = (motive: string) => counted('duplicate', 1, { type: 'advice.refused', motive });
  const all = ['un', 'deux', 'trois', 'quatre'].map(refused);
  expect(of('duplicate', all)).toMatchObject({
    followed: 0,
    refused: 4,
    motives: ['quatre', 'trois', 'deux'],
  });
});

test('each answer is counted once, whatever the order', () => {
  const some = fc.constantFrom<readonly [string, object, object]>(
    ['duplicate', {}, merged],
    ['trip', { type: 'ticket.linked' }, { state: 'open' }],
    ['duplicate', { type: 'advice.refused', motive: 'non' }, {}],
    ['a rule of another version', {}, {}],
  );
  fc.assert(
    fc.property(fc.array(some, { maxLength: 30 }), (answers) => {
      const all = answers.map(([rule, more, ticket]) => counted(rule, 20, more, ticket));
      const sums = tally(all, NOON);
      for (const { followed, met, missed, open } of sums) expect(met + missed + open).toBe(followed);
      expect(sums.reduce((sum, one) => sum + one.followed + one.refused, 0)).toBe(all.length);
      expect(tally(all.toReversed(), NOON)).toEqual(sums);
    }),
  );
});
