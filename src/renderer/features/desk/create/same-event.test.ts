import { describe, expect, test } from 'vitest';
import { ticket } from '../../../../../tests/support/ticket.ts';
import type { TicketId } from '../../../../shared/ids.ts';
import { instant } from '../../../../shared/wire/time.ts';
import { type Draft, EMPTY_DRAFT } from './draft.ts';
import { saidIn, sameEvent } from './same-event.ts';

const NOW = 1_000_000;
const fire = ticket('T-1', {
  title: 'Poubelle en feu',
  kind: 'smoke',
  openedAt: instant(NOW - 10 * 60_000),
  place: { label: 'rue Monge', street: 'rue Monge', commune: 'Dijon', position: [5.03, 47.32] },
});
const typed: Draft = {
  ...EMPTY_DRAFT,
  kind: 'smoke',
  kindText: 'Feu ou fumée',
  place: '12 rue Monge',
  street: 'rue Monge',
  commune: 'Dijon',
  position: [5.0305, 47.32],
};
const found = (more: Partial<Draft>, own?: Parameters<typeof sameEvent>[3]) =>
  sameEvent({ ...typed, ...more }, [fire], instant(NOW), own).map(({ other }) => other);

describe('finds the same event', () => {
  test.each<[string, Partial<Draft>]>([
    ['by place and kind, before anything else is written', {}],
    ['by the street alone', { position: undefined }],
    ['anywhere on a street that was chosen', { position: [5.05, 47.32] }],
  ])('%s', (_name, more) => expect(found(more)).toEqual(['T-1']));
  test('by two words that both say', () => {
    const titled = { ...fire, title: 'Poubelle enflammée devant la laverie' };
    const draft = { ...typed, kind: 'litter', description: 'une poubelle devant la laverie' };
    expect(sameEvent(draft, [titled], instant(NOW))).toHaveLength(1);
  });
  test('with its figures', () => {
    const unnamed = { ...fire, place: { label: 'près du lavoir', position: [5.03, 47.32] as const } };
    const [same] = sameEvent(typed, [unnamed], instant(NOW));
    expect(same?.reasons).toMatchObject([
      { kind: 'near', metres: 38 },
      { kind: 'soon', minutes: 10 },
      { kind: 'sameKind' },
    ]);
  });
  test('the other one, though the call is the older', () => {
    const call = ticket('T-0', { kind: 'call', openedAt: instant(NOW - 20 * 60_000) });
    expect(found({}, call)).toEqual(['T-1']);
  });
});

describe('is silent', () => {
  test.each<[string, Partial<Draft>]>([
    ['on an empty form', EMPTY_DRAFT],
    ['before a place is known', { street: undefined, position: undefined }],
    ['in another street', { position: undefined, street: 'rue Verte' }],
    ['on another kind in other words', { kind: 'dog' }],
  ])('%s', (_name, more) => expect(found(more)).toEqual([]));
  test('too far from a call that tells where it comes from', () => {
    const place = { ...fire.place, position: [5.05, 47.32] as const };
    expect(found({ position: place.position }, ticket('T-0', { kind: 'call', place }))).toEqual([]);
  });
  test('on the ticket of the call itself', () => {
    expect(sameEvent(typed, [fire], instant(NOW), fire)).toEqual([]);
  });
  test('where somebody has said that they are two', () => {
    const call = ticket('T-0', { kind: 'call', refusedAdvice: ['duplicate:T-1'] });
    expect(found({}, call)).toEqual([]);
    expect(found({}, ticket('T-0', { kind: 'call', links: ['T-1' as TicketId] }))).toEqual([]);
  });
});

test('what was typed goes into the note, without the empty fields', () => {
  expect(saidIn({ ...typed, caller: 'Mme Roy ', number: '' })).toEqual([
    'Feu ou fumée',
    '12 rue Monge',
    'Mme Roy',
  ]);
  expect(saidIn({ ...typed, title: 'Poubelle en feu' })[0]).toBe('Poubelle en feu');
});
