import { expect, it, test } from 'vitest';
import { textIn } from './text.ts';

const read = (bytes: Uint8Array, encoding?: string) => textIn(bytes, 'x.csv', encoding);
const NAME = 'rue de la Préfecture, Sévigné — 10 €';
const office = Buffer.from(
  [...NAME].map((letter) => ({ '—': 0x97, '€': 0x80 })[letter] ?? letter.charCodeAt(0)),
);

test.each([
  ['UTF-8', Buffer.from(NAME)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${NAME}`)],
  ['UTF-16 with its mark', Buffer.from(`\uFEFF${NAME}`, 'utf16le')],
  ['Windows-1252', office],
])('%s is found out', (_name, bytes) => expect(read(bytes).replace('\uFEFF', '')).toBe(NAME));

it('UTF-8 with a row of another encoding pasted in is UTF-8: one letter is lost, not all of them', () => {
  const mixed = Buffer.concat([Buffer.from(`${NAME}\n`.repeat(20)), Buffer.from([0xe9])]);
  expect(read(mixed)).toBe(`${`${NAME}\n`.repeat(20)}\uFFFD`);
});

it('an encoding that is named is taken at its word, or refused by name', () => {
  expect(read(Buffer.from([0xa4]), 'iso-8859-15')).toBe('€');
  expect(() => read(Buffer.from([0xe9, 0x20]), 'utf-8')).toThrow('it is not in utf-8');
});
