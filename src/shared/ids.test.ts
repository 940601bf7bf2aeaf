import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallId, LampId, UnitId } from './ids.ts';
import { Intake } from './wire/intake.ts';

describe('an id', () => {
  it.each([
    'L-21-0001',
    'PM 12',
    'Armoire n° 7 / départ Ã',
    'urn:ngsi-ld:Streetlight:dijon:42',
    '路灯 🏮',
    'a'.repeat(256),
  ])('may be %j', (text) => expect(LampId.parse(text)).toBe(text));
  it.each(['', 'a'.repeat(257), 'a\u0000', 'a\nb', '\tPM 12', 'a\u007f', 'a\u0085b', 'a\ud800'])(
    'may not be %j',
    (text) => {
      expect(UnitId.safeParse(text).success).toBe(false);
      expect(CallId.safeParse(text).success).toBe(false);
    },
  );
  it('reaches a database as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        if (!LampId.safeParse(text).success) return;
        expect(text).not.toContain('\u0000');
        expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
      }),
    );
  });
  it('of a source is held to the same', () => {
    const refused = Intake.safeParse({
      v: 1,
      sourceId: 'a\u0000',
      at: '2026-11-28T03:00:00.000Z',
      report: {},
    });
    expect(refused.error?.issues.map(({ path }) => path[0])).toContain('sourceId');
  });
});
