import { expect, test } from 'vitest';
import { ticket } from '../../../tests/support/ticket.ts';
import type { Position } from '../geo/position.ts';
import type { Ticket } from '../ticket/model.ts';
import { instant, millis } from '../wire/time.ts';
import { incidentFinder } from './incident.ts';
import type { IncidentFloor } from './model.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 29, 2);
const RUDE: Position = [5.0405, 47.3215];
/** So many metres north of it. */
const north = (metres: number): Position => [RUDE[0], RUDE[1] + metres / 111_195];
const incidents = [
  { id: 'people', name: 'Personnes', kinds: ['fight', 'personDown'], metres: 80, level: 90, hours: 3 },
  { id: 'road', name: 'Chaussée', kinds: ['collision'], metres: 60, level: 80, hours: 6 },
] as IncidentFloor[];
let n = 0;
const open = (kind: string, over: Partial<Ticket> = {}): Ticket =>
  ticket(`01991d2e-0000-7000-8000-${String(n++).padStart(12, '0')}`, {
    kind,
    place: { label: 'Rue Rude', position: RUDE },
    openedAt: instant(NOW - HOUR),
    ...over,
  });

test.each<[string, Ticket[], Position, number | undefined]>([
  ['a fight, right there', [open('fight')], RUDE, 90],
  ['a fight, at the end of its reach', [open('fight')], north(79), 90],
  ['a fight, beyond it', [open('fight')], north(82), undefined],
  ['two of them: what needs more', [open('collision'), open('personDown')], north(50), 90],
  ['two of them, but only one so far', [open('collision'), open('fight')], north(70), 90],
  ['a pothole, which needs none', [open('pothole')], RUDE, undefined],
  ['a fight that is over', [open('fight', { state: 'closed' })], RUDE, undefined],
  [
    'one that nobody closed for long',
    [open('fight', { openedAt: instant(NOW - 3 * HOUR) })],
    RUDE,
    undefined,
  ],
  ['a fight somewhere', [open('fight', { place: { label: 'Dijon' } })], RUDE, undefined],
  ['a fight where it smells of gas', [open('fight'), open('gasSmell')], RUDE, undefined],
  ['a fight where it no longer does', [open('fight'), open('gasSmell', { state: 'closed' })], RUDE, 90],
])('%s', (_, tickets, at, level) =>
  expect(incidentFinder({ incidents }, tickets, NOW)(at)?.floor.level).toBe(level),
);

test('it lasts from when the ticket was opened; of two alike the later one counts', () => {
  const [first, second] = [open('fight', { openedAt: instant(NOW - 2 * HOUR) }), open('fight')];
  const found = incidentFinder({ incidents }, [first, second], NOW)(RUDE);
  expect(found).toMatchObject({ ticket: second, until: millis(second.openedAt) + 3 * HOUR });
});
