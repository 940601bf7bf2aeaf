import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CabinetId } from '../ids.ts';
import type { DictionaryLamp } from '../lamp/dictionary.ts';
import { ambiguousCircuits, ambiguousIn, byCabinet, cabinetsOfCircuits } from './ambiguous.ts';
import { LightingPlan, type Where } from './model.ts';
import { fitterOf, streetFacts } from './place-lamps.ts';

const cabinet = (n: number) => CabinetId.parse(`ARM-${n}`);
const one = (n: number, circuit: string) => ({ cabinet: cabinet(n), circuit });
const all = cabinetsOfCircuits([
  one(10, 'départ 1'),
  one(9, 'départ 1'),
  one(9, 'départ 2'),
  { ...one(9, 'HTA-7'), sharedCircuit: true },
  { ...one(10, 'HTA-7'), sharedCircuit: true },
]);

test('a name that circuits of several cabinets bear is ambiguous, unless a cabinet or the inventory makes them one', () => {
  const found = (where: Where) =>
    ambiguousIn(where, all).map(({ circuit, cabinets }) => [circuit, ...cabinets]);
  expect(found({ circuits: ['départ 1', 'départ 2', 'HTA-7'] })).toEqual([['départ 1', 'ARM-9', 'ARM-10']]);
  expect(found({ circuits: ['départ 1'], cabinets: [cabinet(9)] })).toEqual([]);
  expect(found({ circuits: [one(9, 'départ 1')] })).toEqual([]);
});

test('it is found wherever a plan says which lamps', () => {
  const circuits = ['départ 1'];
  const plan = LightingPlan.parse({
    version: 1,
    place: [5, 47],
    controlPrograms: [{ id: 'p', name: 'P', steps: [{ from: '18:00', level: 50 }], off: '06:00' }],
    calendars: [{ id: 'c', name: 'C', program: 'p' }],
    groups: [
      { id: 'some', name: 'S', where: { circuits }, calendar: 'c' },
      { id: 'others', name: 'O', calendar: 'c' },
    ],
    floors: [{ id: 'f', name: 'F', where: { circuits }, level: 40 }],
    scenes: [
      {
        id: 's',
        name: 'S',
        parts: [
          { where: { classes: ['lane'] }, level: 1 },
          { where: { circuits }, level: 2 },
        ],
      },
    ],
  });
  expect(ambiguousCircuits(plan, all).map(({ path }) => path.join('.'))).toEqual([
    'groups.0.where.circuits',
    'floors.0.where.circuits',
    'scenes.0.parts.1.where.circuits',
  ]);
});

test('named by cabinet the same lamps are meant, and nothing is ambiguous any more', () => {
  const facts = streetFacts([]);
  const lamp = fc.record({ cabinet: fc.nat(3).map(cabinet), circuit: fc.constantFrom('1', '2', '3') });
  fc.assert(
    fc.property(
      fc.array(lamp, { maxLength: 30 }),
      fc.uniqueArray(fc.constantFrom('1', '2', '3')),
      (some, circuits) => {
        const lamps = some as unknown as readonly DictionaryLamp[];
        const where: Where = { circuits };
        const cabinets = cabinetsOfCircuits(lamps);
        const next = ambiguousIn(where, cabinets).reduce(byCabinet, where);
        expect(ambiguousIn(next, cabinets)).toEqual([]);
        const [was, is] = [fitterOf(where, facts), fitterOf(next, facts)];
        expect(lamps.map((each) => is(each, ''))).toEqual(lamps.map((each) => was(each, '')));
      },
    ),
  );
});
