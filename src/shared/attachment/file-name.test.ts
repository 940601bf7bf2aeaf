import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanName, LONGEST_NAME } from './file-name.ts';
import { MediaType } from './media-type.ts';
import { AttachmentRef, type Sha256 } from './model.ts';

const types = fc.constantFrom(...MediaType.options);

test.each([
  ['photo.jpg', 'image/jpeg', 'photo.jpg'],
  ['IMG 0417.JPEG', 'image/jpeg', 'IMG 0417.jpeg'],
  ['C:\\Users\\perrin\\Bureau\\constat.pdf', 'application/pdf', 'constat.pdf'],
  ['../../etc/passwd', 'text/plain', 'passwd.txt'],
  // what it says to be is not what it is
  ['facture.exe', 'application/pdf', 'facture.exe.pdf'],
  ['page.svg', 'text/plain', 'page.svg.txt'],
  // reads « facture exe.pdf » where the direction is turned round
  ['facture\u202efdp.exe', 'application/pdf', 'facturefdp.exe.pdf'],
  ['  .. rapport  du 24.  ', 'text/plain', 'rapport du 24.txt'],
  ['NUL.txt', 'text/plain', '_NUL.txt'],
  ['\u0000\u200b', 'image/png', 'fichier.png'],
  ['relevé.csv', 'text/plain', 'relevé.csv'],
] as const)('« %s » that is %s is called « %s »', (given, type, wanted) => {
  expect(cleanName(given, type)).toBe(wanted);
});

test('whatever a file is called: its clean name is one that the contract takes, and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), types, (given, type) => {
      const name = cleanName(given, type);
      expect(name.length).toBeLessThanOrEqual(LONGEST_NAME);
      const sha256 = 'a'.repeat(64) as Sha256;
      expect(AttachmentRef.safeParse({ sha256, name, size: 1, type }).success).toBe(true);
      expect(cleanName(name, type)).toBe(name);
    }),
    { numRuns: 2_000 },
  );
});

test.each(['a/b.pdf', 'a\\b.pdf', 'a\u202efdp.exe', 'a\nb.pdf', '', 'x'.repeat(100)])(
  'the contract does not take « %s »',
  (name) => {
    const ref = { sha256: 'a'.repeat(64), name, size: 1, type: 'application/pdf' };
    expect(AttachmentRef.safeParse(ref).success).toBe(false);
  },
);
