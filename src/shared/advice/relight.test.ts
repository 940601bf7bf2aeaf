import { describe, expect, it } from 'vitest';
import { ticket as anyTicket } from '../../../tests/support/ticket.ts';
import type { LampId } from '../ids.ts';
import type { Ticket } from '../ticket/model.ts';
import { LEAVE_LIGHT_KINDS } from './leave-light.ts';
import { adviseRelight, brightStreet, type NearLamp, RELIGHT } from './relight.ts';

/** Dijon, 24 November 2026: civil dusk at 17:35, local time. */
const NIGHT = Date.parse('2026-11-24T03:07:00+01:00');
const DAY = Date.parse('2026-11-24T14:00:00+01:00');
const TWILIGHT = Date.parse('2026-11-24T17:15:00+01:00');
const PLACE: readonly [number, number] = [5.04, 47.322];
const METRE = 1 / 111_195;

const lamp = (n: number, more: Partial<NearLamp> = {}): NearLamp => ({
  id: `L-${n}` as LampId,
  position: [PLACE[0], PLACE[1] + n * 20 * METRE],
  street: 'rue de la Liberté',
  level: 40,
  sound: true,
  commanded: false,
  asOf: NIGHT - 5_000,
  ...more,
});
const street = (more: Partial<NearLamp> = {}) => Array.from({ length: 12 }, (_, n) => lamp(n, more));
const ticket = (more: Partial<Ticket> = {}): Ticket =>
  anyTicket('t-1', {
    kind: 'personDown',
    place: { label: '41, rue de la Liberté', street: 'Rue de la Liberté', position: PLACE },
    ...more,
  });

describe('it proposes', () => {
  it('to raise the lamps of the street within reach, with its reasons and figures', () => {
    const advice = adviseRelight(ticket(), street(), NIGHT);
    expect(advice).toMatchObject({
      street: 'rue de la Liberté',
      level: 1,
      minutes: 30,
      reasons: [
        { kind: 'helps', ticket: 'personDown' },
        { kind: 'dimmed', lamps: 8, of: 8, level: 40 },
        { kind: 'night', since: expect.any(Number) },
      ],
      limits: { metres: 150, below: 70 },
    });
    expect(advice?.lamps).toEqual(['L-0', 'L-1', 'L-2', 'L-3', 'L-4', 'L-5', 'L-6', 'L-7']);
    const [, , dark] = advice?.reasons ?? [];
    const since = dark?.kind === 'night' ? dark.since : undefined;
    expect(new Date(since ?? 0).toISOString()).toMatch(/^2026-11-23T16:3/);
  });

  it.each([
    [
      'a fight in the evening',
      { kind: 'fight' },
      street({ asOf: Date.parse('2026-11-24T20:00:00+01:00') }),
      '20:00',
      30,
    ],
    ['a tree that fell, for longer', { kind: 'tree' }, street(), '03:07', 45],
    ['lamps that are off altogether', {}, street({ level: 0 }), '03:07', 30],
    [
      'a place without a street, by its nearest lamp',
      { place: { label: '?', position: PLACE } },
      street(),
      '03:07',
      30,
    ],
    [
      'most dim, a few raised by who walks by',
      {},
      [...street().slice(2), lamp(0, { level: 90 })],
      '03:07',
      30,
    ],
    [
      'one lamp of the street out of order',
      {},
      [...street().slice(1), lamp(0, { sound: false })],
      '03:07',
      30,
    ],
  ] as const)('%s', (_what, more, lamps, clock, minutes) => {
    const now = Date.parse(`2026-11-24T${clock}:00+01:00`);
    expect(adviseRelight(ticket(more as Partial<Ticket>), lamps, now)?.minutes).toBe(minutes);
  });
});

describe('it is silent', () => {
  it.each([
    ['by day', {}, street({ asOf: DAY }), DAY],
    ['while it is not dark yet', {}, street({ asOf: TWILIGHT }), TWILIGHT],
    ['for a kind that light does not help', { kind: 'noise' }, street(), NIGHT],
    ['for a lamp that is out: that is its trip’s matter', { kind: 'lampFault' }, street(), NIGHT],
    ['for a kind that nobody knows', { kind: 'call' }, street(), NIGHT],
    ['where the street is bright already', {}, street({ level: 80 }), NIGHT],
    ['where one lamp is dark among bright ones', {}, [lamp(0), ...street({ level: 80 }).slice(1)], NIGHT],
    ['where it has been commanded', {}, [lamp(0, { commanded: true }), ...street().slice(1)], NIGHT],
    ['where what is known is old', {}, street({ asOf: NIGHT - 600_000 }), NIGHT],
    ['where lamps are not known, or at fault', {}, street({ sound: false }), NIGHT],
    ['where no lamp stands near', {}, street({ position: [5.06, 47.322] }), NIGHT],
    ['where the place is not on the map', { place: { label: 'rue de la Liberté' } }, street(), NIGHT],
    [
      'where only another street is near, too far to be it',
      { place: { label: 'champ', position: [5.041, 47.322] } },
      street(),
      NIGHT,
    ],
    ['once it is closed', { state: 'closed' }, street(), NIGHT],
  ] as const)('%s', (_what, more, lamps, now) => {
    expect(adviseRelight(ticket(more as Partial<Ticket>), lamps, now)).toBeUndefined();
  });
});

it('advises nothing for kinds that want light left as it is, nor for a flood', () => {
  for (const kind of [...LEAVE_LIGHT_KINDS, 'flood' as const]) {
    expect(RELIGHT[kind]).toBeUndefined();
    expect(adviseRelight(ticket({ kind }), street(), NIGHT)).toBeUndefined();
  }
});

it('knows a street that is bright already, by half of its lamps that can be believed', () => {
  const bright = street({ level: 90 });
  expect(brightStreet(bright, NIGHT)).toMatchObject({ street: 'rue de la Liberté', level: 90 });
  expect(brightStreet(bright, NIGHT)?.lamps).toHaveLength(12);
  expect(brightStreet([...bright.slice(0, 6), ...street().slice(6)], NIGHT)?.lamps).toHaveLength(6);
  expect(brightStreet([...bright.slice(0, 5), ...street().slice(5)], NIGHT)).toBeUndefined();
  expect(brightStreet(street({ level: 90, sound: false }), NIGHT)).toBeUndefined();
  expect(brightStreet(street({ level: 90, asOf: NIGHT - 600_000 }), NIGHT)).toBeUndefined();
  expect(brightStreet([], NIGHT)).toBeUndefined();
});
