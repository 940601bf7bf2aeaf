import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '../ids.ts';
import type { LampGroup } from '../lamp/lamp-group.ts';
import { fitsRoom, keptId, MOST_BY_ID, MOST_SELECTIONS, SelectionContent } from './model.ts';
import { wholeGroups } from './whole-groups.ts';

const street = (name: string): LampGroup => ({ kind: 'street', name, within: 'Dijon' });

test('a commune that is wholly selected is one line, its streets none, and a lamp beside it stays one', () => {
  const commune: LampGroup = { kind: 'commune', name: 'Talant', within: '' };
  const groups = [
    { group: street('A'), lamps: [1, 2] },
    { group: street('B'), lamps: [3, 4] },
    { group: commune, lamps: [1, 2, 3, 4] },
    { group: street('C'), lamps: [5, 6] },
  ];
  expect(wholeGroups(new Set([1, 2, 3, 4, 5]), groups)).toEqual({ groups: [commune], rest: [5] });
});

test('what it says is the selection, no lamp more and none less', () => {
  const lamps = fc.array(fc.nat(20), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(lamps, { maxLength: 8 }), lamps, (streets, some) => {
      const groups = streets.map((its, n) => ({ group: street(`${n}`), lamps: [...new Set(its)] }));
      const selected = new Set([...some, ...(streets[0] ?? [])]);
      const { groups: taken, rest } = wholeGroups(selected, groups);
      const said = taken.flatMap(({ name }) => groups[Number(name)]!.lamps);
      expect(new Set([...said, ...rest])).toEqual(selected);
      expect(rest.filter((lamp) => said.includes(lamp))).toEqual([]);
    }),
  );
});

test('what follows a person is bounded, by lamps, by letters and by names', () => {
  const ids = (n: number, long = 1) => Array.from({ length: n }, (_, k) => `${k}`.padStart(long, '0'));
  const content = (lamps: readonly string[]) => ({ groups: [], lamps }) as never as SelectionContent;
  expect(fitsRoom(content(ids(MOST_BY_ID)), [])).toBe(true);
  expect(fitsRoom(content(ids(MOST_BY_ID + 1)), [])).toBe(false);
  expect(fitsRoom(content(ids(MOST_BY_ID, 30)), [])).toBe(false);
  expect(fitsRoom(content(['a']), Array(MOST_SELECTIONS).fill(content(['b'])))).toBe(false);
  expect(fitsRoom(content(['a']), Array(11).fill(content(ids(1_200, 30))))).toBe(false);
  expect(SelectionContent.safeParse({}).success).toBe(false);
  expect(keptId('p' as PersonId, 'a')).toBe(keptId('p' as PersonId, 'a'));
  expect(keptId('p' as PersonId, 'a')).not.toBe(keptId('q' as PersonId, 'a'));
});
