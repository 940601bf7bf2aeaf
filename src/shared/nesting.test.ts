import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nestsDeeper } from './nesting.ts';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

it('tells the depth of any JSON, whatever stands in its strings', () => {
  const nasty = fc.constantFrom('[[[', '{"', '\\', '"]', '\\"[{');
  const json = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 8 }, fc.integer(), nasty, fc.string(), tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 3 }),
    object: fc.dictionary(fc.oneof(nasty, fc.string()), tie('value'), { maxKeys: 3 }),
  })).value;
  fc.assert(
    fc.property(json, fc.nat(9), (value, most) => {
      expect(nestsDeeper(JSON.stringify(value), most)).toBe(depthOf(value) > most);
    }),
  );
});
