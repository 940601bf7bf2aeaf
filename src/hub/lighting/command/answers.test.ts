import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../tests/support/hub-desk.ts';
import type { CabinetId, CommandId, LampId, PersonId, SeatId } from '../../../shared/ids.ts';
import type { LampOverride } from '../../../shared/lamp/override.ts';
import type { CabinetOrder } from '../../../shared/wire/lamp-order.ts';
import { instant } from '../../../shared/wire/time.ts';
import { writeOrder } from './file.ts';
import { Overrides } from './overrides.ts';
import { begin } from './track.ts';

/** A whole city: commands name 500 lamps, cabinets feed 40. */
const LAMPS = Array.from({ length: 34_000 }, (_, n) => `L-${n}` as LampId);
const AT_ONCE = 500;
const FED = 40;
const cabinetOf = (lamp: LampId) => `ARM-${Math.floor(Number(lamp.slice(2)) / FED)}` as CabinetId;

let room: TestDesk;
beforeEach(async () => {
  room = await openTestDesk();
});
afterEach(() => room.close());

it('850 cabinets of one order that all answer at once: each lamp once, and seats are told once of each command', async () => {
  const shown = new Map<string, LampOverride>();
  let told = 0;
  const heard: { readonly cabinet: CabinetId; readonly order: CabinetOrder }[] = [];
  const overrides = new Overrides({
    store: room.store,
    lamps: { lastOf: () => undefined, cabinetOf, placeOf: () => undefined, mark: () => {} },
    floors: () => () => 0,
    data: {
      put: (kind, value) => {
        if (kind !== 'override') return;
        told++;
        shown.set(value.id, value as LampOverride);
      },
      remove: (_kind, id) => void shown.delete(id),
    },
    send: async (topic, payload) => {
      heard.push({ cabinet: topic.split('/')[3] as CabinetId, order: JSON.parse(payload) });
      return { ok: true, noSubscribers: false };
    },
    linkUp: () => true,
    rule: { perSecond: 100_000, followMs: 30_000, freshMs: 0, longestMs: 3_600_000 },
    committed: () => {},
    now: () => room.clock.now,
  });
  await overrides.load();
  const [at, until] = [instant(room.clock.now), instant(room.clock.now + 600_000)];
  const expiresAt = instant(room.clock.now + 30_000);
  const who = { person: 'p-1' as PersonId, seat: 'seat-01' as SeatId, street: '' };
  await room.store.write(async ({ tx }) => {
    for (let from = 0; from < LAMPS.length; from += AT_ONCE) {
      const order = { id: v7() as CommandId, ...who, level: 0.5, at, until, expiresAt };
      await writeOrder(
        tx,
        begin(
          order,
          LAMPS.slice(from, from + AT_ONCE).map((lamp) => [lamp, {}]),
        ),
      );
    }
  });
  overrides.stir();
  room.clock.now += 200;
  await overrides.turn();
  expect(new Set(heard.map(({ cabinet }) => cabinet)).size).toBe(850);
  const count = (how: 'commanded' | 'acknowledged' | 'observed') =>
    [...shown.values()].reduce((sum, one) => sum + one[how], 0);
  expect([count('commanded'), count('acknowledged')]).toEqual([LAMPS.length, 0]);

  // One lamp of each cabinet is locked. Every word comes twice, as at least once means.
  told = 0;
  const locked = new Set(LAMPS.filter((_, n) => n % FED === 0));
  for (const { cabinet, order } of [...heard, ...heard])
    overrides.answer(order.cmd, { cabinet }, (lamp) => (locked.has(lamp) ? 'LOCKED' : undefined));
  room.clock.now += 200;
  await overrides.turn();
  expect(told).toBe(shown.size);
  expect([count('acknowledged'), count('observed')]).toEqual([LAMPS.length - 850, 0]);
  expect([...shown.values()].reduce((sum, { troubles }) => sum + troubles, 0)).toBe(850);

  // All lamps say so between two turns.
  told = 0;
  for (const lamp of LAMPS) if (!locked.has(lamp)) overrides.observed(lamp, 50, room.clock.now);
  room.clock.now += 200;
  await overrides.turn();
  expect(count('observed')).toBe(LAMPS.length - 850);
  expect(told).toBe(shown.size);
}, 60_000);
