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

test('the timeline names the units that an assignment added, by the order or by voice, not all that go', () => {
  const cmd = (n: number) => `018f0000-0000-7000-8000-00000000000${n}`;
  const on = (unit: string, more: object) => ({ unit, at: instant(0), state: 'accepted', ...more });
  const assigned = (patch: object, more: object = {}) =>
    TicketEvent.parse({ ...of, type: 'ticket.assigned', cmd: cmd(2), patch, ...more });
  const units = ['PM 12', 'EP 4'];
  const known = on('PM 12', { cmd: cmd(1) });
  const told = assigned({ units, assignments: [known, on('EP 4', { cmd: cmd(2), state: 'told' })] });
  expect(eventWords(speaker, told)).toBe('EP 4\u202f: affectation par la salle');
  const voice = { at: instant(5_000), state: 'byVoice' };
  const called = { units, assignments: [on('PM 12', { ...voice, at: instant(0) }), on('EP 4', voice)] };
  for (const when of [{ at: instant(5_000) }, { at: instant(90_000), madeAt: instant(5_000) }])
    expect(eventWords(speaker, assigned(called, { ...when, byVoice: true }))).toMatch(/^EP 4\u202f:/);
  // Nobody was told anew who was on the way already: then it says who goes.
  expect(eventWords(speaker, assigned({ units: ['PM 12'], assignments: [known] }))).toMatch(/^PM 12\u202f:/);
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
  ['role', 'votre rôle ne le permet pas'],
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
