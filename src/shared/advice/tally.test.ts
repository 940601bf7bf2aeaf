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
