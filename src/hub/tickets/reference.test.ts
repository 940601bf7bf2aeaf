import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../tests/support/hub-desk.ts';
import type { Instant } from '../../shared/wire/time.ts';
import { nextReference } from './reference.ts';

let room: TestDesk;
beforeEach(async () => {
  room = await openTestDesk();
});
afterEach(() => room.close());

it('counts the tickets of a day in the room’s own time', async () => {
  const refs = await room.store.write(async (unit) => {
    const found: string[] = [];
    for (const at of [
      '2026-11-24T22:59:59.999Z',
      '2026-11-24T22:59:59.999Z',
      '2026-11-24T23:00:00.000Z',
      '2027-11-24T12:00:00.000Z',
    ])
      found.push(await nextReference(unit, at as Instant, 'Europe/Paris'));
    return found;
  });
  expect(refs).toEqual(['INT-2411-0001', 'INT-2411-0002', 'INT-2511-0001', 'INT-2411-0001']);
});
