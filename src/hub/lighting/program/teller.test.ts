import { beforeEach, expect, test } from 'vitest';
import type { CabinetId } from '../../../shared/ids.ts';
import { ProgramTeller } from './teller.ts';

const cabinets = (n: number, text = 'p') =>
  new Map(Array.from({ length: n }, (_, i) => [`A${i}` as CabinetId, `${text}${i}`]));
let sent: string[];
let isUp: boolean;
let teller: ProgramTeller;

beforeEach(() => {
  sent = [];
  isUp = true;
  teller = new ProgramTeller({
    perSecond: 10,
    retain: async (topic, payload) => {
      if (!isUp) return { ok: false, reason: 'offline' };
      sent.push(`${topic.split('/')[3]} ${payload}`);
      return { ok: true, noSubscribers: false };
    },
  });
});

test('nothing leaves before it is known what the broker has, and then only what differs', async () => {
  teller.want(cabinets(3));
  teller.heard('A1' as CabinetId, 'p1');
  teller.heard('B' as CabinetId, 'of a cabinet that is no more');
  await teller.turn();
  expect(sent).toEqual([]);
  teller.settled();
  await teller.turn();
  await teller.turn();
  expect(sent).toEqual(['B ', 'A0 p0', 'A2 p2']);
});

test('paced: half a second’s share a turn, and never more than a second’s', async () => {
  teller.want(cabinets(100));
  teller.settled();
  await teller.turn();
  expect(sent).toHaveLength(5);
  for (let i = 0; i < 19; i++) await teller.turn();
  expect(sent).toHaveLength(100);
  expect(teller.waiting).toBe(0);
});

test('what did not leave leaves later; after a broken link the broker is asked anew', async () => {
  teller.want(cabinets(2));
  teller.settled();
  isUp = false;
  await teller.turn();
  expect(teller.waiting).toBe(2);
  isUp = true;
  await teller.turn();
  expect(sent).toEqual(['A0 p0', 'A1 p1']);
  teller.lost();
  await teller.turn();
  expect(sent).toHaveLength(2);
  teller.heard('A0' as CabinetId, 'p0');
  teller.settled();
  await teller.turn();
  expect(sent.slice(2)).toEqual(['A1 p1']);
});

test('a hub without a plan takes nothing away', async () => {
  teller.heard('A0' as CabinetId, 'p0');
  teller.settled();
  await teller.turn();
  expect(sent).toEqual([]);
});
