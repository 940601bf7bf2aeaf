import { expect, test } from 'vitest';
import { ticket } from '../../../../../tests/support/ticket.ts';
import { instant } from '../../../../shared/wire/time.ts';
import { atPoint } from './at-point.ts';
import { EMPTY_DRAFT, finish } from './draft.ts';
import { sameEvent } from './same-event.ts';

const HERE = [5.03, 47.32] as const;
const near = (metres: number) => ({ name: 'Rue Monge', commune: 'Dijon', metres });
const at = (metres: number, draft = EMPTY_DRAFT) => ({
  ...draft,
  ...atPoint(draft, HERE, near(metres), 'Rue Monge'),
});

test('a point on a street has its name and its commune, one beside it the commune only', () => {
  expect(at(12)).toMatchObject({ place: 'Rue Monge', street: 'Rue Monge', commune: 'Dijon', position: HERE });
  expect(at(80)).toMatchObject({ street: undefined, commune: 'Dijon', position: HERE });
  expect(atPoint(EMPTY_DRAFT, HERE, undefined, 'Point')).toMatchObject({ place: 'Point', position: HERE });
});

test('words of one’s own stay, the name of a place that was chosen before gives way', () => {
  expect(at(12, { ...EMPTY_DRAFT, place: 'au nord du lac' }).place).toBe('au nord du lac');
  expect(at(12, { ...EMPTY_DRAFT, place: 'Rue Verte', street: 'Rue Verte' }).place).toBe('Rue Monge');
  expect(at(12, at(500)).place).toBe('Rue Monge');
});

test('it is sent with its position, and finds by distance what is in no street', () => {
  const draft = { ...at(12), kind: 'smoke', title: 'Feu de poubelle' };
  expect(finish(draft)).toMatchObject({ draft: { place: { position: HERE, street: 'Rue Monge' } } });
  const place = { label: 'Rue Monge', street: 'Rue Monge', commune: 'Dijon' };
  const fire = (position: readonly [number, number]) =>
    ticket('T-1', { kind: 'smoke', openedAt: instant(0), place: { ...place, position } });
  const found = (position: readonly [number, number]) => sameEvent(draft, [fire(position)], instant(60_000));
  expect(found([5.0301, 47.32]).map(({ reasons }) => reasons[0])).toMatchObject([
    { kind: 'near', metres: 8 },
  ]);
  expect(found([5.06, 47.33]), 'the other end of a long street is another matter').toEqual([]);
});
