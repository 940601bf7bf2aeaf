import { expect, test } from 'vitest';
import { inOrder } from './notice-order.ts';

test('what is about a ticket stands before what is only to be known, the latest of each first', () => {
  const [old, known, ticket, told] = [
    { id: 1, text: 'Équipe sans réponse', at: 1, ticket: 'T-1' },
    { id: 2, text: 'Affichage relancé', at: 2 },
    { id: 3, text: 'Étape sautée', at: 3, ticket: 'T-2' },
    { id: 4, text: 'Pièce non jointe', at: 4 },
  ];
  expect(inOrder([old!, known!, ticket!, told!])).toEqual([ticket, old, told, known]);
  const done = { id: 5, text: 'Position corrigée', at: 5, calm: 'done' } as const;
  expect(inOrder([old!, told!, done])).toEqual([old, told, done]);
});
