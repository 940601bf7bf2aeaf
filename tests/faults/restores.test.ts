import { expect, it } from 'vitest';
import { Restores } from './restores.ts';

const seats = ['s-1', 's-2', 's-3'].map((seat) => ({ seat }));

it('who has run since the last restore must have told of that one, and not of one before', () => {
  const restores = new Restores();
  expect(restores.unsaid()).toEqual([]);
  restores.begun(seats);
  restores.is('e-2');
  for (const { seat } of seats) restores.said(seat, 'e-2');
  expect(restores.unsaid()).toEqual([]);
  restores.begun(seats);
  // Before its hub has said how it is called, and late of the one before.
  restores.said('s-1', 'e-3');
  restores.is('e-3');
  restores.said('s-2', 'e-2');
  expect(restores.unsaid()).toEqual(['s-2', 's-3']);
  restores.excuse([{ seat: 's-3' }]);
  expect(restores.unsaid()).toEqual(['s-2']);
});
