import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedPlan } from '../../../tests/support/plan.ts';
import { carryOver } from './carry-over.ts';
import { LightingPlan } from './model.ts';

const base = LightingPlan.parse(parse(shippedPlan()));
type Profile = LightingPlan['presence'][number];
const profile = (id: string, at: number) => ({ ...base.presence[0]!, id, base: at }) as Profile;
/** The same plan with these profiles. */
const withProfiles = (list: readonly Profile[], version = 2): LightingPlan => ({
  ...base,
  version,
  presence: [...list],
});
const ids = ['a', 'b', 'c', 'd'];
const profiles = fc
  .tuple(...ids.map(() => fc.option(fc.nat(3))))
  .map((levels) => levels.flatMap((at, i) => (at === null ? [] : [profile(ids[i]!, at)])));
const byId = ({ presence }: LightingPlan) => new Map(presence.map((one) => [one.id as string, one.base]));

test('each part is theirs who changed it, and that of the draft where both did', () => {
  fc.assert(
    fc.property(profiles, profiles, profiles, (was, own, their) => {
      const [before, mine, onto] = [withProfiles(was, 1), withProfiles(own), withProfiles(their, 5)];
      const all = carryOver(before, mine, onto);
      expect(all.version).toBe(5);
      const [a, b, c, d] = [byId(before), byId(mine), byId(onto), byId(all)];
      for (const id of ids) expect(d.get(id)).toBe(a.get(id) === b.get(id) ? c.get(id) : b.get(id));
    }),
  );
});

type Group = LightingPlan['groups'][number];
const withGroups = (all: readonly string[]): LightingPlan => ({
  ...base,
  groups: all.map(
    (id): Group => ({ id, name: id, where: { streets: [id] }, calendar: base.calendars[0]!.id }),
  ),
});
const order = ({ groups }: LightingPlan) => groups.map(({ id }) => id);
const someIds = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));

test('groups stand as their author put them; what others added stays, and the last is still the last', () => {
  fc.assert(
    fc.property(someIds, someIds, (was, own) => {
      const [before, mine] = [withGroups([...was, 'rest']), withGroups([...own, 'rest'])];
      expect(order(carryOver(before, mine, before))).toEqual(order(mine));
      const onto = withGroups(['theirs', ...was, 'rest']);
      const all = order(carryOver(before, mine, onto));
      expect(all.filter((id) => id !== 'theirs')).toEqual(order(mine));
      expect(all.at(-1)).toBe('rest');
    }),
  );
});

test('a group that one has moved and somebody else has changed is moved and changed', () => {
  const before = withGroups(['a', 'b', 'rest']);
  const theirs = withGroups(['a', 'b', 'rest']);
  const changed = { ...theirs, groups: theirs.groups.with(1, { ...theirs.groups[1]!, name: 'autre' }) };
  const all = carryOver(before, withGroups(['b', 'a', 'rest']), changed);
  expect(all.groups.map(({ name }) => name)).toEqual(['autre', 'a', 'rest']);
});

test('nothing changed is theirs, and on what it was begun on a draft is itself', () => {
  const mine: LightingPlan = { ...base, version: 2, floors: base.floors.slice(1), place: [5, 48] };
  expect(carryOver(base, mine, base)).toEqual({ ...mine, version: 1 });
  expect(carryOver(base, base, mine)).toEqual(mine);
});
