import { describe, expect, test } from 'vitest';
import { ticket as sampleTicket } from '../../../tests/support/ticket.ts';
import type { Ticket } from '../ticket/model.ts';
import { refusalKey } from './refusal.ts';
import { TRIP_M, tripOf } from './trip.ts';

/** A lamp that is out, so many metres north of the first. */
const lamp = (id: string, metres: number, more: object = {}): Ticket =>
  sampleTicket(id, {
    title: 'Lampadaire éteint',
    kind: 'lampFault',
    service: 'lighting',
    priority: 4,
    place: { label: 'rue de Mirande', position: [5.06, 47.31 + metres / 111_195] },
    state: 'open',
    ...more,
  });
const first = lamp('T-1', 0);

describe('proposes one trip, with the figures it used', () => {
  test('for two others nearby, nearest first', () => {
    expect(tripOf(first, [first, lamp('T-2', 400), lamp('T-3', 90)])).toEqual({
      rule: 'trip',
      others: ['T-3', 'T-2'],
      crew: 'lighting',
      metres: 400,
      limits: { metres: TRIP_M, others: 2 },
    });
  });
  test('of kinds that one crew sees to, whatever they are called', () => {
    const reported = lamp('T-2', 10, { kind: 'lampReported' });
    expect(tripOf(first, [reported, lamp('T-3', 20)])?.others).toEqual(['T-2', 'T-3']);
  });
  test('for no more than a van sees to in one go', () => {
    const many = Array.from({ length: 20 }, (_, n) => lamp(`T-${n + 2}`, 10 * (n + 1)));
    expect(tripOf(first, many)?.others).toHaveLength(8);
  });
});

describe('stays silent', () => {
  const others = [lamp('T-2', 50), lamp('T-3', 60)];
  test.each<[string, Ticket, readonly Ticket[]]>([
    ['for one other only', first, [lamp('T-2', 50)]],
    ['where others are farther than a trip', first, [lamp('T-2', TRIP_M + 2), lamp('T-3', 50)]],
    ['where it presses', lamp('T-1', 0, { priority: 2 }), others],
    ['where another presses', first, [lamp('T-2', 50, { priority: 1 }), lamp('T-3', 60)]],
    [
      'on what somebody has already taken',
      first,
      [lamp('T-2', 50, { state: 'claimed', owner: { seat: 's', person: 'p' } }), lamp('T-3', 60)],
    ],
    ['on what is on a trip already', first, [lamp('T-2', 50, { links: ['T-9'] }), lamp('T-3', 60)]],
    ['of another crew', first, [lamp('T-2', 50, { kind: 'tag' }), lamp('T-3', 60, { kind: 'pothole' })]],
    ['for what nobody drives out to', lamp('T-1', 0, { kind: 'question' }), others],
    ['where the place is not known', lamp('T-1', 0, { place: { label: 'quelque part' } }), others],
    ['where it was refused', lamp('T-1', 0, { refusedAdvice: [refusalKey('trip', 'lighting')] }), others],
    ['where it is closed', lamp('T-1', 0, { state: 'closed', outcome: 'done' }), others],
  ])('%s', (_, ticket, all) => {
    expect(tripOf(ticket, all)).toBeUndefined();
  });
});
