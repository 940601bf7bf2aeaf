import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CabinetId, LampId } from '../../shared/ids.ts';
import { Dictionary, type DictionaryLamp } from '../../shared/lamp/dictionary.ts';
import { atOnce } from '../../shared/steps.ts';
import { FaultGroups } from './fault-groups.ts';
import { wiredOf } from './wiring.ts';

const rule = { settleMs: 20_000, quietMs: 5_000, longestMs: 60_000, groupFrom: 4 };

/** Cabinets in a row, each with so many lamps; two that follow one another light a street in common. */
function city(cabinets: number, each: number, circuit?: string): readonly DictionaryLamp[] {
  const lamps = Array.from({ length: cabinets * each }, (_, i) => {
    const cabinet = Math.floor(i / each);
    const street = i % each < each / 2 ? cabinet : cabinet + 1;
    return {
      id: `L-${i}`,
      position: [5, 47],
      street: `rue ${street}`,
      commune: 'Dijon',
      cabinet: `ARM-${String(cabinet).padStart(3, '0')}`,
      circuit: circuit ?? `ARM-${cabinet}-${i % 2}`,
    };
  });
  return Dictionary.parse({ v: 1, district: '01', name: 'Centre', dictVersion: 1, lamps }).lamps.filter(
    (lamp) => lamp !== null,
  );
}

const wired = (lamps: readonly DictionaryLamp[]) =>
  atOnce(wiredOf([{ v: 1, district: '01' as never, name: 'Centre', dictVersion: 1, lamps: [...lamps] }]));

function groupsOf(lamps: readonly DictionaryLamp[]): FaultGroups {
  const groups = new FaultGroups(rule);
  groups.wire(wired(lamps).wiring);
  return groups;
}
const fail = (groups: FaultGroups, { id, cabinet }: DictionaryLamp, at: number) =>
  groups.lampFailed(id, cabinet, at);

describe('one feeder', () => {
  const lamps = city(34, 100);

  it('of 34 cabinets and 3,400 lamps is one fault, whatever the order of the reports', () => {
    const spread = fc.record({ seed: fc.integer(), over: fc.integer({ min: 1, max: rule.settleMs }) });
    fc.assert(
      fc.property(spread, fc.boolean(), ({ seed, over }, lookEach) => {
        const groups = groupsOf(lamps);
        const order = lamps.toSorted((a, b) => mixed(a.id, seed) - mixed(b.id, seed));
        const began: string[] = [];
        for (const [i, lamp] of order.entries()) {
          const at = Math.floor((i / order.length) * over);
          fail(groups, lamp, at);
          if (lookEach && i % 500 === 0) began.push(...groups.take(at).began.map(({ key }) => key));
        }
        for (let now = over; now <= 80_000; now += 1_000)
          began.push(...groups.take(now).began.map(({ key, lamps: all }) => `${key} ${all.length}`));
        expect(began).toEqual(['cabinet:ARM-000 3400']);
      }),
      { numRuns: 12 },
    );
  });

  it('whose cabinets say so themselves is one fault, and ends with the last of them', () => {
    const groups = groupsOf(lamps);
    const cabinets = [...new Set(lamps.map(({ cabinet }) => cabinet!))];
    for (const [i, cabinet] of cabinets.toReversed().entries()) groups.cabinetFailed(cabinet, i * 100);
    const { began } = groups.take(30_000);
    expect(began).toMatchObject([{ key: 'cabinet:ARM-000', cabinets, declared: cabinets }]);
    for (const cabinet of cabinets.slice(1)) groups.cabinetWorks(cabinet);
    expect(groups.take(31_000).ended).toEqual([]);
    groups.cabinetWorks(cabinets[0]!);
    expect(groups.take(32_000).ended).toEqual(['cabinet:ARM-000']);
  });

  it('that trips over cabinets of an older trip is one fault of the others, whatever the overlap', () => {
    const cabinets = [...new Set(lamps.map(({ cabinet }) => cabinet!))];
    const span = fc.tuple(fc.nat(20), fc.integer({ min: 2, max: 12 })).map(([from, n]) => [from, from + n]);
    fc.assert(
      fc.property(span, span, fc.boolean(), ([a, b], [c, d], repaired) => {
        const groups = groupsOf(lamps);
        const older = cabinets.slice(a, b);
        for (const cabinet of older) groups.cabinetFailed(cabinet, 0);
        expect(groups.take(30_000).began).toHaveLength(1);
        // Some of it works again; what hangs on the same cable fails with the rest.
        if (repaired) groups.cabinetWorks(older[0]!);
        const later = cabinets.slice(c, d);
        for (const cabinet of later) groups.cabinetFailed(cabinet, 600_000);
        const fresh = later.filter((cabinet) => !older.includes(cabinet));
        const { began } = groups.take(640_000);
        expect(began.map((fault) => fault.cabinets)).toEqual(fresh.length === 0 ? [] : [fresh]);
      }),
    );
  });

  it('that follows an older fault within the settling time on its far side joins the trip of this one', () => {
    const groups = groupsOf(lamps);
    const [one, two, three] = [...new Set(lamps.map(({ cabinet }) => cabinet!))] as [
      CabinetId,
      CabinetId,
      CabinetId,
    ];
    groups.cabinetFailed(two, 0);
    groups.take(30_000);
    groups.cabinetFailed(one, 600_000);
    groups.take(620_000);
    groups.cabinetFailed(three, 615_000);
    const { began, joined } = groups.take(640_000);
    expect(began).toEqual([]);
    expect(joined.map(({ cabinets }) => cabinets)).toEqual([[one, three]]);
  });

  it('takes in a cabinet that follows within the settling time, and not one of an hour later', () => {
    const groups = groupsOf(lamps);
    for (const lamp of lamps.slice(0, 200)) fail(groups, lamp, 0);
    groups.take(20_000);
    for (const lamp of lamps.slice(200, 300)) fail(groups, lamp, 15_000);
    const { began, joined } = groups.take(36_000);
    expect(began).toEqual([]);
    expect(joined).toMatchObject([{ key: 'cabinet:ARM-000', lamps: { length: 300 } }]);
    for (const lamp of lamps.slice(300, 400)) fail(groups, lamp, 3_600_000);
    expect(groups.take(3_630_000)).toMatchObject({ began: [{ key: 'cabinet:ARM-003' }], joined: [] });
  });

  it('is the same fault after a restart', () => {
    const groups = groupsOf(lamps);
    for (const lamp of lamps) fail(groups, lamp, 0);
    const { began } = groups.take(20_000);
    const restarted = new FaultGroups(rule, began);
    for (const lamp of lamps) fail(restarted, lamp, 60_000);
    expect(restarted.take(120_000).began).toEqual([]);
    for (const { id } of lamps) restarted.lampWorks(id);
    expect(restarted.take(121_000).ended).toEqual(['cabinet:ARM-000']);
  });
});

describe('the network behind cabinets', () => {
  /** Cabinets in a row, 100 m apart, of four lamps each on a street of their own; 30 m between lamps of a cabinet. */
  const apart = Array.from({ length: 6 }, (_, i) =>
    city(1, 4).map((lamp, n) => ({
      ...lamp,
      id: LampId.parse(`${i}-${n}`),
      street: `rue ${i}`,
      circuit: `ARM-${i}-1`,
      cabinet: CabinetId.parse(`ARM-${i}`),
      position: [5 + (i * 190 + n * 30) / 76_000, 47] as const,
    })),
  );
  const cabinets = apart.map(([lamp]) => lamp!.cabinet!);
  const all = apart.flat();

  it('is one fault of cabinets that say together that nothing feeds them and stand side by side', () => {
    const groups = groupsOf(all);
    for (const [i, cabinet] of cabinets.entries()) groups.cabinetFailed(cabinet, i * 1_000, true);
    expect(groups.take(40_000).began).toMatchObject([{ cabinets, declared: cabinets }]);
    expect(groups.together(cabinets[5]!)).toBe('cabinet:ARM-0');
  });

  it.each([
    ['that stand elsewhere', [0, 2], [0, 1_000], true],
    ['that lost it at another moment', [0, 1], [0, 25_000], true],
    ['of which circuits tripped, each by itself', [0, 1], [0, 1_000], false],
  ])('is not the fault of cabinets %s', (_why, of, at, unfed) => {
    const groups = groupsOf(all);
    for (const [i, n] of of.entries()) groups.cabinetFailed(cabinets[n]!, at[i]!, unfed);
    expect(groups.take(60_000).began).toHaveLength(2);
  });

  it('takes in a cabinet that says so a little later, and none that says so of its circuits only', () => {
    const groups = groupsOf(all);
    for (const cabinet of cabinets.slice(0, 2)) groups.cabinetFailed(cabinet, 0, true);
    expect(groups.take(26_000).began).toHaveLength(1);
    groups.cabinetFailed(cabinets[2]!, 15_000, true);
    groups.cabinetFailed(cabinets[4]!, 15_000);
    const { began, joined } = groups.take(60_000);
    expect(joined).toMatchObject([{ cabinets: cabinets.slice(0, 3) }]);
    expect(began).toMatchObject([{ cabinets: [cabinets[4]] }]);
  });
});

describe('not one fault are', () => {
  it('cabinets that have no street and no circuit in common', () => {
    const lamps = city(9, 10);
    const groups = groupsOf(lamps);
    for (const lamp of lamps.filter(({ cabinet }) => cabinet === 'ARM-001' || cabinet === 'ARM-005'))
      fail(groups, lamp, 0);
    expect(groups.take(20_000).began.map(({ key }) => key)).toEqual(['cabinet:ARM-001', 'cabinet:ARM-005']);
  });

  it('single lamps of neighbouring cabinets: each is its own', () => {
    const lamps = city(9, 10);
    const groups = groupsOf(lamps);
    for (let i = 0; i < 90; i += 10) fail(groups, lamps[i]!, 0);
    expect(groups.take(20_000).began).toHaveLength(9);
  });
});

it('a cabinet of few lamps goes with its neighbours when all that it feeds is dark, and alone is single lamps', () => {
  const small = city(3, 2);
  const groups = groupsOf(small);
  for (const lamp of small) fail(groups, lamp, 0);
  expect(groups.take(20_000).began).toMatchObject([{ key: 'cabinet:ARM-000', lamps: { length: 6 } }]);
  const alone = groupsOf(small);
  for (const lamp of small.slice(0, 2)) fail(alone, lamp, 0);
  expect(alone.take(20_000).began.map(({ key }) => key)).toEqual(['lamp:L-0', 'lamp:L-1']);
});

it('cabinets of one circuit are neighbours, though they light no street in common', () => {
  const lamps = city(9, 10, 'HTA-7').map((lamp) => ({ ...lamp, street: '', sharedCircuit: true as const }));
  const groups = groupsOf(lamps);
  for (const lamp of lamps) fail(groups, lamp, 0);
  expect(groups.take(20_000).began).toMatchObject([{ key: 'cabinet:ARM-000', lamps: { length: 90 } }]);
  expect([...atOnce(wiredOf([])).wiring.neighbours(CabinetId.parse('ARM-1'))]).toEqual([]);
});

it('cabinets that each have a circuit of one name are none, and each feeds its own lamps', () => {
  const lamps = city(9, 10, 'départ 1').map((lamp) => ({ ...lamp, street: '' }));
  const groups = groupsOf(lamps);
  for (const lamp of lamps) fail(groups, lamp, 0);
  expect(groups.take(20_000).began).toHaveLength(9);
  const fed = (all: readonly DictionaryLamp[], key: string) => wired(all).fed.circuit(key);
  expect(fed(lamps, 'ARM-004|départ 1')).toBe(10);
  expect(
    fed(
      lamps.map((lamp) => ({ ...lamp, sharedCircuit: true as const })),
      '|départ 1',
    ),
  ).toBe(90);
});

/** A number by which a seed puts ids in some order. */
function mixed(id: string, seed: number): number {
  let hash = seed | 0;
  for (const c of id) hash = Math.imul(hash ^ c.charCodeAt(0), 0x01000193);
  return hash;
}
