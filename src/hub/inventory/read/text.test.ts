import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, test } from 'vitest';
import { readText } from './text.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-text-'));
afterAll(() => rmSync(dir, { recursive: true }));
const file = (bytes: Uint8Array) => {
  writeFileSync(join(dir, 'x.csv'), bytes);
  return join(dir, 'x.csv');
};
const NAME = 'rue de la Préfecture, Sévigné — 10 €';
const office = Buffer.from(
  [...NAME].map((letter) => ({ '—': 0x97, '€': 0x80 })[letter] ?? letter.charCodeAt(0)),
);

test.each([
  ['UTF-8', Buffer.from(NAME)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${NAME}`)],
  ['UTF-16 with its mark', Buffer.from(`\uFEFF${NAME}`, 'utf16le')],
  ['Windows-1252', office],
])('%s is found out', (_name, bytes) => expect(readText(file(bytes)).replace('\uFEFF', '')).toBe(NAME));

it('UTF-8 with a row of another encoding pasted in is UTF-8: one letter is lost, not all of them', () => {
  const mixed = Buffer.concat([Buffer.from(`${NAME}\n`.repeat(20)), Buffer.from([0xe9])]);
  expect(readText(file(mixed))).toBe(`${`${NAME}\n`.repeat(20)}\uFFFD`);
});

it('an encoding that is named is taken at its word, or refused by name', () => {
  expect(readText(file(Buffer.from([0xa4])), 'iso-8859-15')).toBe('€');
  expect(() => readText(file(Buffer.from([0xe9, 0x20])), 'utf-8')).toThrow('it is not in utf-8');
});
