import { afterEach, beforeEach, expect, test } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import type { SessionState } from '../../shared/wire/reply.ts';
import { instant } from '../../shared/wire/time.ts';
import { act } from './act.ts';
import { OutboxStore } from './outbox-store.ts';

let parts: SeatParts;
beforeEach(() => {
  parts = seatParts();
});
afterEach(() => parts.dispose());

test('with a clock that was set back, nothing is made before the session it is made in', async () => {
  const outbox = new OutboxStore(parts.databases.desk);
  const openedAt = instant(parts.clock);
  const session = { session: 's-1', person: { id: 'p-1' }, role: 'operator', openedAt } as SessionState;
  const make = async () => {
    const { disk, letters, now } = parts;
    const on = {
      outbox,
      disk,
      letters,
      about: () => undefined,
      session: () => session,
      hubUp: () => false,
      onKept: () => {},
      now,
    };
    await act({ op: 'ticket.create', ticket: 'T-1', exp: 0, args: draft() as never }, on as never);
    return outbox.all().at(-1)?.command.madeAt;
  };
  parts.clock -= 60_000;
  expect(await make()).toBe(openedAt);
  parts.clock += 120_000;
  expect(await make()).toBe(instant(parts.clock));
});
