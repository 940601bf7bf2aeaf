import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticket } from '../../../tests/support/ticket.ts';
import { eventWords, holds, searchTerms, searchWords, ticketWords } from './search-text.ts';

test.each([
  ['Éclairage éteint, n° 12', ' eclairage eteint n 12'],
  ['L’œuvre d’art taguée', ' l oeuvre d art taguee'],
  ['INT-2411-0417', ' int 2411 0417'],
  ['…', ''],
])('%s is searched as %s', (text, words) => expect(searchWords(text)).toBe(words));

test.each([
  ['boul tremouille', true],
  ['Trémouille', true],
  ['émouille', false],
  ['0417', true],
  ['int-2411-0417', true],
  ['lenoir', true],
  ['0611223344', false],
  ['', true],
])('a ticket is found by the beginnings of its words: %s, %s', (typed, found) => {
  const words = ticketWords(
    ticket('a', {
      ref: 'INT-2411-0417',
      place: { label: 'boulevard de la Trémouille' },
      caller: { name: 'Hélène Lenoir', number: '06 11 22 33 44' },
    }),
  );
  expect(holds(words, searchTerms(typed))).toBe(found);
});

test('what was written on it is found too', () =>
  expect(holds(eventWords({ note: 'Accès par la cour, digicode changé' }), searchTerms('change cour'))).toBe(
    true,
  ));

test('each word of a text is found by any beginning of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, n) => {
      const words = searchWords(text);
      for (const word of searchTerms(text))
        expect(holds(words, [word.slice(0, 1 + (n % word.length))])).toBe(true);
    }),
  );
});
