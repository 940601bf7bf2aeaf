import { expect, test } from 'vitest';
import { OutboxItem } from '../../../shared/ipc/model.ts';
import { TicketEvent } from '../../../shared/ticket/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import { createTranslate } from '../../lib/i18n/index.tsx';
import { eventWords, refusalWords } from './words.ts';

const speaker = { t: createTranslate('fr'), viewer: { seat: 'seat-01', me: undefined }, people: [] };
const of = { v: 1, seq: 3, epoch: 'e', target: { type: 'ticket', id: 'T-1' }, version: 3, at: instant(0) };

test('the timeline says that a unit was told by voice', () => {
  const assigned = TicketEvent.parse({
    ...of,
    type: 'ticket.assigned',
    patch: { units: ['PM 12'] },
  });
  expect(eventWords(speaker, assigned)).toBe('PM 12\u202f: affectation par la salle');
  expect(eventWords(speaker, { ...assigned, byVoice: true })).toBe(
    'PM 12\u202f: affectation par la salle, par radio ou téléphone',
  );
});

test.each([
  ['operator', 'Ouverte par la salle'],
  ['call', 'Ouverte par un appel'],
  ['citizen', 'Ouverte par un signalement'],
  ['fault', 'Ouverte par un défaut détecté'],
  ['service', 'Ouverte par Divia'],
] as const)('the timeline says that a ticket of a %s was opened by it', (kind, words) => {
  const created = TicketEvent.parse({
    ...of,
    type: 'ticket.created',
    patch: { source: { kind, system: 'Divia', sourceId: '1' } },
  });
  expect(eventWords(speaker, created)).toBe(words);
});

test.each([
  ['session', 'votre session n’est plus ouverte\u202f: reprenez le poste et refaites-la'],
  ['madeAt', 'faite avant votre prise de poste\u202f: refaites-la'],
  ['ticket.claim', 'votre rôle ne le permet pas · ticket.claim'],
])('a command refused as FORBIDDEN for its %s says what is the matter', (field, words) => {
  const item = OutboxItem.parse({
    cmd: 'c',
    ticket: 'T-1',
    op: 'ticket.claim',
    args: {},
    madeAt: instant(0),
    state: 'refused',
    tries: 1,
    code: 'FORBIDDEN',
    field,
  });
  expect(refusalWords(createTranslate('fr'), item)).toBe(words);
});
