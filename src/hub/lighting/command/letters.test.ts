import { expect, it } from 'vitest';
import { A, B, C, CMD, orderOf, START, taken } from '../../../../tests/support/lamp-order.ts';
import type { CabinetId } from '../../../shared/ids.ts';
import type { Letter } from './letters.ts';
import { lettersFor } from './letters.ts';
import type { Track } from './model.ts';
import { answered, begin, sent } from './track.ts';

const cabinetOf = () => 'ARM-1' as CabinetId;
/** B and C have a safety floor: their cabinet is told two levels. */
const order = begin(orderOf(0.1), [
  [A, {}],
  [B, { floor: 60 }],
  [C, { floor: 60 }],
]);
const due = ({ lamps }: Track) => [...lamps].flatMap(([id, { word }]) => (word === 'waiting' ? [id] : []));
const next = (track: Track) => [...lettersFor(track, due(track), cabinetOf, START)];
const leave = (track: Track, { cmd, lamps }: Letter) => sent(track, lamps, START, () => undefined, 0, cmd);
const words = ({ lamps }: Track) => [...lamps.values()].map(({ word }) => word);
const answer = (track: Track, { cmd }: Letter) => answered(track, cmd, [A, B, C], taken);

it('two messages to one gateway are told apart: an answer to one is none of lamps that the other is for', () => {
  const [one, other] = next(order) as [Letter, Letter];
  expect([one.lamps, other.lamps]).toEqual([[A], [B, C]]);
  expect(new Set([one.cmd, other.cmd, CMD]).size).toBe(3);
  expect([one, other].map(({ payload }) => JSON.parse(payload).cmd)).toEqual([one.cmd, other.cmd]);
  const first = answer(leave(order, one), one);
  expect(words(first)).toEqual(['acknowledged', 'waiting', 'waiting']);

  // The other one leaves a turn later. Alone now, it has the id of the command; the first answer, come again, is not its.
  const [later] = next(first) as [Letter];
  expect([later.cmd, later.lamps]).toEqual([CMD, [B, C]]);
  const both = answer(leave(first, later), one);
  expect(words(both)).toEqual(['acknowledged', 'sent', 'sent']);
  expect(words(answer(both, later))).toEqual(['acknowledged', 'acknowledged', 'acknowledged']);
});

it('one message to a gateway is known by the command itself', () => {
  const alike = begin(
    orderOf(0.7),
    [A, B, C].map((id) => [id, { floor: 60 }] as const),
  );
  expect(next(alike).map(({ cmd, lamps }) => [cmd, lamps])).toEqual([[CMD, [A, B, C]]]);
});
