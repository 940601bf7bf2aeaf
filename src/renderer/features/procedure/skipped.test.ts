import { expect, test } from 'vitest';
import { ticket as sample } from '../../../../tests/support/ticket.ts';
import { nextId } from '../../../../tests/support/ticket-command.ts';
import { instant } from '../../../shared/wire/time.ts';
import { actsOf, skippedSteps } from './skipped.ts';

const HOUR = 3_600_000;
const mark = (id: string, state: string, mandatory: boolean, at: number) => ({
  cmd: nextId(),
  procedure: { id: 'gaz', version: 1 },
  step: { id, text: id, ...(mandatory && { mandatory }) },
  state,
  person: 'perrin',
  seat: 'seat-01',
  at: instant(at),
});
const ticket = (id: string, steps: object[], over: object = {}) => sample(id, { steps, ...over });

test('mandatory steps left out, the latest first; not what was done, was free, or of a shift that is over', () => {
  const closed = (at: number) => ({ state: 'closed', outcome: 'done', closedAt: instant(at) });
  const all = [
    ticket('now', [mark('early', 'skipped', true, 1_000), mark('done', 'done', true, 2_000)]),
    ticket('free', [mark('free', 'skipped', false, 2_000)]),
    ticket('young', [mark('late', 'skipped', true, 3_000)], closed(2 * HOUR)),
    ticket('old', [mark('old', 'skipped', true, 4_000)], closed(HOUR)),
    ticket('bare', []),
  ];
  expect(skippedSteps(all, 14 * HOUR).map((one) => [one.ticket.id, one.mark.step.id])).toEqual([
    ['young', 'late'],
    ['now', 'early'],
  ]);
});

test('what one person leaves out in one go for one motive is one act, its most urgent ticket first', () => {
  const skip = (at: number, motive: string, person = 'perrin') => ({
    ...mark('samu', 'skipped', true, at),
    motive,
    person,
  });
  const all = [
    ticket('calm', [skip(1_000, 'levée')], { priority: 3 }),
    ticket('urgent', [skip(2_000, 'levée')], { priority: 1 }),
    ticket('other', [skip(2_500, 'refus')], { priority: 1 }),
    ticket('else', [skip(3_000, 'levée', 'roy')], { priority: 1 }),
    ticket('later', [skip(60_000, 'levée')], { priority: 1 }),
  ];
  const acts = actsOf(skippedSteps(all, HOUR));
  expect(acts.map(({ skipped }) => skipped.map((one) => one.ticket.id))).toEqual([
    ['urgent', 'calm'],
    ['other'],
    ['else'],
    ['later'],
  ]);
  expect(acts[0]?.id).toBe(all[0]?.steps?.[0]?.cmd); // others join it, and it keeps its name
});
