import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DistrictLamps } from '../../../shared/ipc/model.ts';
import { GROUP_KINDS } from '../../../shared/lamp/lamp-group.ts';
import { indexOf, slotOf } from '../../../shared/lamp/selection.ts';
import { allGroups, groupAt, lampsOf } from './lamp-groups.ts';

const NAMES = ['', 'rue Monge', 'Dijon', 'Talant', 'A-1', '1', 'A-2'];
const lamp = fc.record({
  there: fc.boolean(),
  street: fc.constantFrom(0, 1),
  commune: fc.constantFrom(0, 2, 3),
  cabinet: fc.constantFrom(0, 4, 6),
  circuit: fc.constantFrom(0, 5),
});
const piece = fc.array(lamp, { maxLength: 12 }).map((lamps) => (slot: number): DistrictLamps => {
  const column = (of: 'street' | 'commune' | 'cabinet' | 'circuit') =>
    Uint16Array.from(lamps, (one) => one[of]);
  return {
    slot,
    district: String(slot),
    name: slot === 0 ? 'Monge' : 'Centre',
    dictVersion: 1,
    ids: lamps.map(({ there }, index) => (there ? `${slot}-${index}` : '')),
    lon: new Float64Array(lamps.length),
    lat: new Float64Array(lamps.length),
    names: [...NAMES],
    street: column('street'),
    commune: column('commune'),
    cabinet: column('cabinet'),
    circuit: column('circuit'),
    kind: new Uint16Array(lamps.length),
    power: new Float32Array(lamps.length),
  };
});

test('each lamp is in one group of a kind at most, and every group has the lamps that say so', () => {
  fc.assert(
    fc.property(piece, piece, (first, second) => {
      const pieces = [first(0), second(1)];
      const groups = allGroups(pieces);
      for (const group of groups) {
        const keys = lampsOf(pieces, group);
        expect(keys).toHaveLength(group.lamps);
        for (const key of keys) {
          const { kind, name, within } = group;
          expect(groupAt(pieces[slotOf(key)]!, indexOf(key), kind)).toEqual({ kind, name, within });
        }
      }
      for (const kind of GROUP_KINDS) {
        const all = groups.filter((group) => group.kind === kind).flatMap((group) => lampsOf(pieces, group));
        expect(new Set(all).size).toBe(all.length);
      }
      const living = pieces.flatMap(({ ids }) => ids).filter(Boolean).length;
      const inDistricts = groups.filter(({ kind }) => kind === 'district');
      expect(inDistricts.reduce((sum, { lamps }) => sum + lamps, 0)).toBe(living);
    }),
  );
});

test('a circuit is its cabinet’s, unless cabinets share it: then it is one in all districts', () => {
  fc.assert(
    fc.property(piece, piece, (first, second) => {
      const pieces = [first(0), second(1)];
      const circuits = (some: readonly DistrictLamps[]) =>
        allGroups(some).filter(({ kind }) => kind === 'circuit');
      const shared = circuits(pieces.map((one) => ({ ...one, sharedCircuits: ['1'] })));
      const lamps = circuits(pieces).reduce((sum, one) => sum + one.lamps, 0);
      expect(shared).toEqual(lamps === 0 ? [] : [{ kind: 'circuit', name: '1', within: '', lamps }]);
    }),
  );
});
