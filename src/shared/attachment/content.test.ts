import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mediaTypeOf } from './content.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

test.each([
  ['JPEG', '\xff\xd8\xff\xe0\x00\x10JFIF', 'image/jpeg'],
  ['PNG', '\x89PNG\r\n\x1a\n\x00\x00', 'image/png'],
  ['WebP', 'RIFF\x24\x00\x00\x00WEBPVP8 ', 'image/webp'],
  ['PDF', '%PDF-1.7\n', 'application/pdf'],
  ['HTML, which is text', '<script>alert(1)</script>', 'text/plain'],
  ['SVG, which is text', '<svg onload="alert(1)"/>', 'text/plain'],
  ['a program', 'MZ\x90\x00\x03\x00', undefined],
  ['an archive', 'PK\x03\x04\x14\x00', undefined],
  ['a sound in RIFF', 'RIFF\x24\x00\x00\x00WAVEfmt ', undefined],
  ['a GIF', 'GIF89a\x01\x00', undefined],
  ['half a PNG', '\x89PNG', undefined],
  ['text in Latin-1', 'relev\xe9', undefined],
  ['a terminal’s escape', 'a\x1b[2J', undefined],
  ['nothing', '', undefined],
])('%s', (_what, content, wanted) => {
  expect(mediaTypeOf(bytes(content))).toBe(wanted);
});

test('what the platform reads as UTF-8 and shows is text, and nothing else is', () => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const isShown = (some: Uint8Array): boolean => {
    try {
      return !/[^\P{Cc}\t\n\f\r]/u.test(decoder.decode(some));
    } catch {
      return false;
    }
  };
  // Bytes that begin or go on a character, and those next to their limits.
  const byte = fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf),
  );
  const some = fc.oneof(
    fc.array(byte, { minLength: 1, maxLength: 6 }).map((list) => new Uint8Array(list)),
    fc.string({ unit: 'binary', minLength: 1 }).map((text) => new Uint8Array(Buffer.from(text))),
  );
  fc.assert(
    fc.property(some, (one) => {
      const type = mediaTypeOf(one);
      if (type === undefined || type === 'text/plain') expect(type === 'text/plain').toBe(isShown(one));
    }),
    { numRuns: 5_000 },
  );
});
