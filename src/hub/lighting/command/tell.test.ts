import { expect, test } from 'vitest';
import type { CommandId, LampId, SeatId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/wire/time.ts';
import type { Order } from './model.ts';
import { summaryOf } from './tell.ts';
import { answered, begin, observed, releasing, sent } from './track.ts';

const AT = Date.parse('2026-11-29T02:00:00Z');
const LAMPS = ['L-1', 'L-2'] as LampId[];
const order: Order = {
  id: 'o' as CommandId,
  street: 'rue Monge',
  person: 'p-1' as Order['person'],
  seat: 'seat-01' as SeatId,
  level: 0.8,
  at: instant(AT),
  until: instant(AT + 60_000),
  expiresAt: instant(AT + 30_000),
};
const say = (level: number, at: number) => LAMPS.map((lamp) => ({ lamp, level, at }));

test('who is observed without the word of a gateway that was told is counted; at its own end nobody is told', () => {
  const told = sent(
    begin(
      order,
      LAMPS.map((id) => [id, { before: 40 }]),
    ),
    LAMPS,
    AT,
  );
  expect(summaryOf(observed(told, say(80, AT + 5_000)))).toMatchObject({ observed: 2, unanswered: 2 });
  const done = observed(
    answered(told, order.id, LAMPS, () => undefined),
    say(80, AT + 5_000),
  );
  expect(summaryOf(done)).not.toHaveProperty('unanswered');
  const ended = releasing(done, { cmd: 'end' as CommandId, at: order.until });
  const back = summaryOf(observed(ended, say(40, AT + 62_000)));
  expect(back).toMatchObject({ phase: 'release', commanded: 0, observed: 2 });
  expect(back).not.toHaveProperty('unanswered');
});
