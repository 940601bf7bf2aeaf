import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY, grid, lamp, none, plan, range, read, rule } from '../../../../tests/support/import-rows.ts';
import type { CabinetId, LampId } from '../../../shared/ids.ts';
import { Dictionary } from '../../../shared/lamp/dictionary.ts';
import { lampsOf } from './city.ts';
import { type ImportPlan, planImport } from './plan.ts';
import { listAfter } from './unique.ts';

/** Where each lamp is: district and index. */
const places = ({ city }: ImportPlan) =>
  new Map(
    city.districts.flatMap(({ dictionary: { district, lamps } }) =>
      lamps.flatMap((one, index) => (one === null ? [] : [[one.id, `${district}/${index}`] as const])),
    ),
  );

describe('over any run of imports', () => {
  const ids = fc.uniqueArray(fc.nat(400), { minLength: 1, maxLength: 300 });
  const shuffled = (of: readonly number[], seed: number) =>
    of.toSorted((a, b) => ((a * 7_919 + seed) % 401) - ((b * 7_919 + seed) % 401));

  it('no lamp is lost or doubled, none moves in its district, and one that returns finds its own place', () => {
    fc.assert(
      fc.property(fc.array(ids, { minLength: 2, maxLength: 5 }), (runs) => {
        let now: ImportPlan = plan([]);
        const own = new Map<string, string>();
        for (const run of runs) {
          now = plan(
            run.map((n) => lamp(n)),
            now.city,
          );
          const at = places(now);
          expect([...at.keys()].sort()).toEqual(run.map((n) => lamp(n).id as string).sort());
          for (const [id, place] of at) {
            expect(own.get(id) ?? place).toBe(place);
            own.set(id, place);
          }
          expect(new Set(at.values()).size).toBe(at.size);
          for (const { dictionary } of now.city.districts) Dictionary.parse(dictionary);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the same again changes nothing, and the order of rows is nothing', () => {
    fc.assert(
      fc.property(ids, ids, fc.nat(400), (first, second, seed) => {
        const before = plan(first.map((n) => lamp(n))).city;
        const once = plan(
          second.map((n) => lamp(n)),
          before,
        );
        const turned = plan(
          shuffled(second, seed).map((n) => lamp(n)),
          before,
        );
        expect(turned.city).toEqual(once.city);
        const again = plan(
          shuffled(second, seed).map((n) => lamp(n)),
          once.city,
        );
        expect(again.report.lamps).toMatchObject({
          added: [],
          removed: [],
          moved: [],
          changed: [],
          rehoused: [],
        });
        expect(again.report.lamps.unchanged).toBe(second.length);
        for (const [i, district] of again.city.districts.entries())
          expect(district).toBe(once.city.districts[i]);
        expect(again.city.streets).toEqual(once.city.streets);
      }),
      { numRuns: 60 },
    );
  });
});

it('an id like another but for case and spaces is another lamp, which somebody should look at', () => {
  const ids = ['A-1', 'a -1', 'A1', 'A-1-1', 'A-11'];
  const { report } = plan(ids.map((id, i) => lamp(i, { id: id as LampId, at: `x:${i + 1}` })));
  expect(report.lamps.after).toBe(5);
  expect(report.findings.filter(({ kind }) => kind === 'likeId')).toMatchObject([{ at: 'x:2', id: 'a -1' }]);
});

describe('one id in two rows', () => {
  const double = lamp(3, { at: 'x:99', luminaire: { power: 250 } });

  it('that say different things: both are refused with their lines, whatever their order', () => {
    const once = plan([...grid(10), double]);
    const turned = plan([double, ...grid(10)]);
    expect(turned.city).toEqual(once.city);
    expect(once.report.findings).toEqual([
      { of: 'lamp', kind: 'sameId', at: 'x:5', id: 'L-0003', detail: 'x:99' },
      { of: 'lamp', kind: 'sameId', at: 'x:99', id: 'L-0003', detail: 'x:5' },
    ]);
    expect(once.report.lamps.after).toBe(9);
    expect(once.report.sources).toMatchObject([{ rows: 11, taken: 9, refused: 2, repeated: 0 }]);
  });

  it('that say different things of a known lamp: it stays as it was, though one of them says the same', () => {
    const before = plan(grid(20)).city;
    const { city, report } = plan([...grid(20), double], before);
    expect(city.districts).toEqual(before.districts);
    expect(report.lamps).toMatchObject({ removed: [], changed: [], unchanged: 20 });
    expect(report.findings.map(({ kind }) => kind)).toEqual(['sameId', 'sameId', 'keptAsItWas']);
  });

  it('of a cabinet: both are refused, and the known one stays', () => {
    const cabinet = (at: string, name: string) => ({ at, id: 'ARM-1' as CabinetId, name });
    const found: string[] = [];
    const after = listAfter(
      [cabinet('c:2', 'Un'), cabinet('c:10', 'Deux')],
      [{ id: 'ARM-1' as CabinetId, name: 'Su' }],
      ({ kind, at }) => found.push(`${kind} ${at}`),
    );
    expect(after).toEqual([{ id: 'ARM-1', name: 'Su' }]);
    expect(found).toEqual(['sameId c:2', 'sameId c:10', 'keptAsItWas c:10']);
  });

  it('that say the same: nothing is refused', () => {
    const { report } = plan([...grid(10), lamp(3, { at: 'x:99' })]);
    expect(report.findings).toEqual([
      { of: 'lamp', kind: 'repeated', at: 'x:99', id: 'L-0003', detail: 'x:5' },
    ]);
  });
});

it('a known lamp whose row is refused stays as it was, and is not removed', () => {
  const before = plan(grid(20)).city;
  const at = 'x:7';
  const refused = { of: 'lamp', kind: 'zeroPlace', at, id: lamp(5).id } as const;
  const { city, report } = plan(
    grid(20).filter(({ id }) => id !== lamp(5).id),
    before,
    { findings: [refused] },
  );
  expect(report.lamps).toMatchObject({ removed: [], unchanged: 20 });
  expect(report.findings).toContainEqual({ of: 'lamp', kind: 'keptAsItWas', at, id: lamp(5).id });
  expect(city.districts).toEqual(before.districts);
});

it('a lamp far from all others is refused, and those in one place are told of', () => {
  const far = lamp(2, { position: [5.9, 45.1] });
  const near = lamp(50, { position: lamp(7).position });
  const { report } = plan([...grid(10).filter(({ id }) => id !== far.id), far, near]);
  expect(report.findings.map(({ kind, id }) => [kind, id])).toEqual([
    ['far', far.id],
    ['samePlace', lamp(7).id],
  ]);
});

it('says what changes: moved by how far, which fields, and what was known stays where no row speaks of it', () => {
  const before = plan(grid(10)).city;
  const [lon, lat] = lamp(4).position;
  const { city, report } = plan(
    grid(10).map((one) => {
      if (one.id === lamp(4).id) return lamp(4, { position: [lon, lat + 1e-4] });
      if (one.id === lamp(5).id) return lamp(5, { luminaire: { power: 21, height: 8 } });
      if (one.id === lamp(6).id) return lamp(6, { facts: { street: undefined } });
      return one.id === lamp(7).id ? lamp(7, { facts: {}, luminaire: {} }) : one;
    }),
    before,
  );
  expect(report.lamps.moved).toEqual([{ id: lamp(4).id, metres: 11.12 }]);
  expect(report.lamps.changed).toEqual([
    { id: lamp(5).id, fields: ['luminaire.power', 'luminaire.height'] },
    { id: lamp(6).id, fields: ['street'] },
  ]);
  expect(report.lamps.unchanged).toBe(7);
  const seven = lampsOf(city.districts).get(lamp(7).id)?.lamp;
  expect(seven).toMatchObject({ street: 'rue 0', commune: 'Dijon', luminaire: { power: 42 } });
});

it('lamps are told to be of unknown cabinets and circuits, and in unknown streets, only where there are lists', () => {
  const lamps = grid(3).map((one, n) => ({
    ...one,
    facts: { street: n === 0 ? 'RUE-0' : 'ailleurs', cabinet: `A-${n}` as never, circuit: `C-${n}` },
  }));
  expect(plan(lamps).report.findings).toEqual([]);
  const lists = {
    ...none,
    lamps,
    cabinets: [{ at: 'a:2', id: 'A-0' as never, position: undefined, street: undefined, commune: undefined }],
    circuits: [
      { at: 'c:2', id: 'C-0', cabinet: 'A-0' as never },
      { at: 'c:3', id: 'C-1', cabinet: 'A-0' as never },
    ],
    streets: [{ at: 's:2', name: 'rue 0', commune: undefined, lines: [] }],
  };
  const { report } = planImport({ ...read(lamps), drafts: lists }, EMPTY, rule);
  expect(report.findings.map(({ kind, id, detail }) => [kind, id, detail])).toEqual([
    ['unknownCabinet', 'L-0001', 'A-1'],
    ['unknownStreet', 'L-0001', 'ailleurs'],
    ['otherCabinet', 'L-0001', 'C-1: A-0'],
    ['unknownCabinet', 'L-0002', 'A-2'],
    ['unknownStreet', 'L-0002', 'ailleurs'],
    ['unknownCircuit', 'L-0002', 'C-2'],
    ['spelled', 'L-0000', 'RUE-0 → rue 0  × 1'],
  ]);
  expect(report.cabinets).toMatchObject({ before: 0, after: 1, added: ['A-0'] });
});

describe('circuits that each cabinet numbers anew', () => {
  const lamps = grid(8).map((one, n) => ({
    ...one,
    facts: { cabinet: `A-${n >> 1}` as never, circuit: n === 0 ? 'A-0-2' : '1' },
  }));
  const listed = (...cabinets: readonly (string | undefined)[]) =>
    cabinets.map((cabinet, n) => ({ at: `c:${n}`, id: '1', cabinet: cabinet as CabinetId | undefined }));
  const importing = (
    circuits: ReturnType<typeof listed>,
    stored = EMPTY,
    its: typeof lamps | undefined = lamps,
  ) => planImport({ ...read([]), drafts: { ...none, lamps: its, circuits } }, stored, rule);
  const sharing = ({ city }: ImportPlan) =>
    [...lampsOf(city.districts).values()].filter(({ lamp: { sharedCircuit } }) => sharedCircuit).length;

  it('are each its cabinet’s where no list says otherwise', () => {
    const bare = plan(lamps);
    expect(bare.report.findings).toEqual([]);
    expect(sharing(bare)).toBe(0);
  });

  it('may be listed under their cabinets, each as one of its own', () => {
    const done = importing(listed('A-0', 'A-1', 'A-2', 'A-3'));
    expect(done.report.findings.map(({ kind }) => kind)).toEqual(['unknownCircuit']);
    expect(done.report.circuits).toMatchObject({ after: 4, added: ['A-0|1', 'A-1|1', 'A-2|1', 'A-3|1'] });
    expect(sharing(done)).toBe(0);
    expect(importing(listed('A-1'), done.city).report.circuits).toMatchObject({
      removed: ['A-0|1', 'A-2|1', 'A-3|1'],
    });
  });

  it('are one where the list has the name under no cabinet, which is remarked on once for each name', () => {
    const done = importing(listed(undefined));
    expect(sharing(done)).toBe(7);
    expect(done.report.findings.slice(1)).toEqual([
      { of: 'lamp', kind: 'sharedCircuit', at: 'x:3', id: 'L-0001', detail: '1: A-0, A-1, A-2 … 4' },
    ]);
  });

  it('become one, and their cabinets’ again, by another list alone; the same list changes nothing', () => {
    const own = plan(lamps).city;
    const shared = importing(listed(undefined), own, undefined);
    expect([sharing(shared), shared.report.lamps.after]).toEqual([7, 8]);
    const version = ({ city }: ImportPlan) => city.districts[0]!.dictionary.dictVersion;
    expect(version(shared)).toBe(own.districts[0]!.dictionary.dictVersion + 1);
    expect(version(importing(listed(undefined), shared.city, undefined))).toBe(version(shared));
    expect(version(importing(listed(undefined), shared.city))).toBe(version(shared));
    expect(sharing(importing(listed('A-1'), shared.city, undefined))).toBe(0);
  });
});

describe('too much at once is stopped', () => {
  const strict = { ...rule, limits: { refused: 0.1, removed: 0.1 } };
  const before = plan(grid(100)).city;

  it.each([
    [90, []],
    [89, [{ kind: 'removed', what: 'lamp', count: 11, of: 100, most: 0.1 }]],
  ])('%i of 100 lamps left', (left, stops) => {
    expect(planImport(read(grid(left)), before, strict).report.stops).toEqual(stops);
  });

  it('refused rows count against those read', () => {
    const findings = range(12).map(
      (n) => ({ of: 'lamp', kind: 'noPlace', at: `x:${n}`, id: `new ${n}` }) as const,
    );
    const { report } = planImport(read(grid(100), { findings }), before, strict);
    expect(report.stops).toEqual([{ kind: 'refused', what: 'lamp', count: 12, of: 100, most: 0.1 }]);
  });

  it('a district that no message can hold', () => {
    const long = (n: number) =>
      lamp(n, { district: 'all', facts: { street: 'x'.repeat(190), circuit: 'y'.repeat(250) } });
    const { report } = plan(range(2_000).map(long));
    expect(report.stops).toMatchObject([{ kind: 'tooLarge', district: 'all', lamps: 2_000 }]);
  });
});
