import { expect, test } from 'vitest';
import { TicketEvent } from '../../../shared/ticket/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import { createTranslate } from '../../lib/i18n/index.tsx';
import { eventWords } from './words.ts';

test('the timeline says that a unit was told by voice', () => {
  const assigned = TicketEvent.parse({
    v: 1,
    seq: 3,
    epoch: 'e',
    target: { type: 'ticket', id: 'T-1' },
    type: 'ticket.assigned',
    version: 3,
    at: instant(0),
    patch: { units: ['PM 12'] },
  });
  const speaker = { t: createTranslate('fr'), viewer: { seat: 'seat-01', me: undefined }, people: [] };
  expect(eventWords(speaker, assigned)).toBe('PM 12\u202f: affectation par la salle');
  expect(eventWords(speaker, { ...assigned, byVoice: true })).toBe(
    'PM 12\u202f: affectation par la salle, par radio ou téléphone',
  );
});
