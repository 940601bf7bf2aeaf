import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { SessionId } from '../../shared/ids.ts';
import type { Day } from '../../shared/lighting/local-time.ts';
import { topics } from '../../shared/wire/topic.ts';
import { askPastDesk } from '../desk/past.ts';
import { askEnergy } from '../energy/ask.ts';
import type { Session } from '../session/session.ts';

const RSP = topics.reply('seat-01');
const DAY = '2026-11-23' as Day;
const base = { v: 1, ok: true, code: 'OK', epoch: 'epoch-1', head: 1, page: 0, more: false };

let seat: SeatParts;
let hubUp: boolean;
let signedIn: boolean;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  seat = seatParts();
  hubUp = true;
  signedIn = true;
});
afterEach(() => {
  seat.letters.close();
  seat.dispose();
  vi.useRealTimers();
});

const current: Session['current'] = () =>
  signedIn ? ({ session: SessionId.parse('s-1') } as ReturnType<Session['current']>) : undefined;
const on = () => ({ letters: seat.letters, session: { current }, hubUp: () => hubUp });
const energy = () => askEnergy({ by: 'day', from: DAY, to: DAY }, on());
const past = () => askPastDesk({ from: 0, to: 3_600_000 }, on());
/** The latest question, as the hub hears it. */
const asked = () => seat.link.heard('room/v1/query/seat-01').at(-1);
const say = (question: ReturnType<typeof asked>, page: object) =>
  seat.link.say(RSP, { ...base, query: question?.query, type: question?.type, ...page });
const row = (kWh: number) => ({ at: DAY, sums: [1, 1, 0, 0, kWh] });

test('asks in the name of who sits here, no longer than somebody waits, and puts the pages together', async () => {
  const answer = energy();
  expect(asked()).toMatchObject({ v: 1, type: 'energy', session: 's-1', by: 'day', from: DAY, to: DAY });
  expect(seat.link.published.at(-1)?.options).toMatchObject({ messageExpiry: 20 });
  say(asked(), { more: true, rows: [row(1)] });
  await vi.advanceTimersByTimeAsync(19_000);
  say(asked(), { page: 1, rows: [row(2)] });
  expect(await answer).toEqual({ kind: 'found', rows: [row(1), row(2)] });
  const nothing = past();
  say(asked(), { more: true, tickets: [], alarms: [] });
  say(asked(), { page: 1, tickets: [], alarms: [] });
  expect(await nothing).toEqual({ kind: 'found', tickets: [], alarms: [] });
});

test('what comes too late is in no later answer, and no complaint', async () => {
  const [first, wish] = [energy(), asked()];
  say(wish, { more: true, rows: [row(1)] });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await first).toEqual({ kind: 'silent' });
  const second = energy();
  say(wish, { page: 1, rows: [row(1)] });
  say(asked(), { rows: [row(2)] });
  expect(await second).toEqual({ kind: 'found', rows: [row(2)] });
  expect([seat.strays, seat.rejected()]).toEqual([[], {}]);
});

test('says why it has no answer: nobody signed in, the hub away or gone meanwhile, refused', async () => {
  const refused = past();
  say(asked(), { ok: false, code: 'FORBIDDEN', tickets: [], alarms: [] });
  expect(await refused).toEqual({ kind: 'refused', code: 'FORBIDDEN' });
  const begun = energy();
  say(asked(), { more: true, rows: [row(1)] });
  hubUp = false;
  seat.letters.hubLost();
  expect(await begun).toEqual({ kind: 'away' });
  const before = seat.link.published.length;
  expect(await energy()).toEqual({ kind: 'away' });
  signedIn = false;
  expect(await past()).toEqual({ kind: 'noSession' });
  expect(seat.link.published).toHaveLength(before);
});
