import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryLink } from '../../../tests/support/memory-link.ts';
import { instant } from '../../shared/wire/time.ts';
import { Telephone } from './telephone.ts';

let link: MemoryLink;
let now: number;
let telephone: Telephone;
let said: { callId: string; status: string }[];

beforeEach(() => {
  link = new MemoryLink();
  now = Date.UTC(2026, 10, 24, 2);
  said = [];
  link.onPublish = ({ text }) => said.push(JSON.parse(text));
  const clock = { speed: 1 };
  telephone = new Telephone({ link, clock, ringsPerHour: 0, seed: 1, series: 's', now: () => now });
});
afterEach(() => telephone.close());

const order = (lateMs: number) =>
  link.say('city/v1/call/tel-s-1/cmd', {
    v: 1,
    cmd: '019ab2f5-6a00-7000-8000-00000000c0de',
    order: 'answer',
    callId: 'tel-s-1',
    seat: 'seat-01',
    at: instant(now),
    expiresAt: instant(now - lateMs),
  });
const statuses = () => said.map(({ status }) => status);

test('it rings, is connected when the hub says so, and they hang up', () => {
  telephone.ring();
  order(-1);
  order(-1);
  now += 90_001;
  telephone.tick();
  telephone.tick();
  expect(statuses()).toEqual(['ringing', 'answered', 'ended']);
});

test('an order that has expired connects nobody; who is not answered hangs up', () => {
  telephone.ring();
  order(1);
  now += 6_000;
  telephone.tick();
  now += 110_000;
  telephone.tick();
  expect(statuses()).toEqual(['ringing', 'ringing', 'ended']);
});
