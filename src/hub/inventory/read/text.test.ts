import { expect, it, test } from 'vitest';
import { isGarbled, isTwice, textIn } from './text.ts';

const read = (bytes: Uint8Array, encoding?: string) => textIn(bytes, 'x.csv', encoding);
const NAME = 'rue de la Préfecture, Sévigné — 10 €';
const office = Buffer.from(
  [...NAME].map((letter) => ({ '—': 0x97, '€': 0x80 })[letter] ?? letter.charCodeAt(0)),
);

test.each([
  ['UTF-8', Buffer.from(NAME)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${NAME}`)],
  ['UTF-16 with its mark', Buffer.from(`\uFEFF${NAME}`, 'utf16le')],
  ['UTF-16 with the mark of the other order', Buffer.from(`\uFEFF${NAME}`, 'utf16le').swap16()],
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

it('what was encoded twice is seen, and read as it was meant where the mapping says so', () => {
  const twice = Buffer.from(new TextDecoder('windows-1252').decode(Buffer.from(NAME)));
  expect(isTwice(read(twice))).toBe(true);
  expect(read(twice, 'utf-8-twice')).toBe(NAME);
  expect([isGarbled(NAME), isGarbled('Ângela, SÃO PAULO, « â »')]).toEqual([false, false]);
  expect(() => read(Buffer.from(NAME), 'utf-8-twice')).toThrow('it is not in utf-8');
});
