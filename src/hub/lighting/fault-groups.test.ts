import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CabinetId, LampId } from '../../shared/ids.ts';
import { FaultGroups } from './fault-groups.ts';
import type { LastingFault } from './lasting-fault.ts';

const rule = { settleMs: 20_000, quietMs: 5_000, longestMs: 60_000, groupFrom: 4 };
const lamp = (n: number) => LampId.parse(`L-${n}`);
const cabinet = CabinetId.parse('ARM-1');
const keys = (faults: readonly LastingFault[]) => faults.map(({ key }) => key);

describe('a single lamp', () => {
  it('is reported when its fault has lasted, once, and not at all when it heals before', () => {
    const groups = new FaultGroups(rule);
    groups.lampFailed(lamp(1), cabinet, 0);
    groups.lampFailed(lamp(2), undefined, 0);
    groups.lampWorks(lamp(2));
    expect(groups.take(19_999).began).toEqual([]);
    expect(keys(groups.take(20_000).began)).toEqual(['lamp:L-1']);
    expect(groups.take(40_000).began).toEqual([]);
  });

  it('has the same source id while it lasts, over a restart too, and another one the next time', () => {
    const groups = new FaultGroups(rule);
    groups.lampFailed(lamp(1), undefined, 0);
    const [first] = groups.take(20_000).began;
    const restarted = new FaultGroups(rule, [first!]);
    restarted.lampFailed(lamp(1), undefined, 50_000);
    expect(restarted.take(90_000).began).toEqual([]);
    restarted.lampWorks(lamp(1));
    expect(restarted.take(91_000).ended).toEqual(['lamp:L-1']);
    restarted.lampFailed(lamp(1), undefined, 100_000);
    expect(restarted.take(120_000).began[0]!.sourceId).not.toBe(first!.sourceId);
  });
});

describe('many lamps of one cabinet', () => {
  it('are one report, when no more are coming', () => {
    const groups = new FaultGroups(rule);
    for (let n = 0; n < 50; n++) groups.lampFailed(lamp(n), cabinet, n * 400);
    expect(groups.take(20_000).began).toEqual([]);
    const [fault, ...others] = groups.take(24_600).began;
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ key: 'cabinet:ARM-1', cabinets: [cabinet] });
    expect(fault!.lamps).toHaveLength(50);
  });

  it('are not waited for longer than the longest time', () => {
    const groups = new FaultGroups(rule);
    for (let n = 0; n <= 60; n++) groups.lampFailed(lamp(n), cabinet, n * 1_000);
    expect(groups.take(59_999).began).toEqual([]);
    expect(keys(groups.take(60_000).began)).toEqual(['cabinet:ARM-1']);
  });

  it('take in those that fail while theirs lasts, and end with the last of them', () => {
    const groups = new FaultGroups(rule);
    for (let n = 0; n < 4; n++) groups.lampFailed(lamp(n), cabinet, 0);
    groups.take(20_000);
    groups.lampFailed(lamp(9), cabinet, 30_000);
    expect(groups.take(80_000)).toMatchObject({ began: [], joined: [{ lamps: { length: 5 } }], ended: [] });
    for (const n of [0, 1, 2, 3]) groups.lampWorks(lamp(n));
    expect(groups.take(81_000).ended).toEqual([]);
    groups.lampWorks(lamp(9));
    expect(groups.take(82_000).ended).toEqual(['cabinet:ARM-1']);
  });

  it('are each their own when they are few', () => {
    const groups = new FaultGroups(rule);
    for (let n = 0; n < 3; n++) groups.lampFailed(lamp(n), cabinet, 0);
    expect(keys(groups.take(20_000).began)).toEqual(['lamp:L-0', 'lamp:L-1', 'lamp:L-2']);
  });
});

it('a cabinet that says so is one report with the lamps it took along, until it works', () => {
  const groups = new FaultGroups(rule);
  groups.cabinetFailed(cabinet, 0);
  groups.lampFailed(lamp(1), cabinet, 0);
  expect(groups.take(20_000).began).toMatchObject([
    { key: 'cabinet:ARM-1', lamps: ['L-1'], declared: ['ARM-1'] },
  ]);
  groups.cabinetFailed(cabinet, 25_000);
  groups.lampWorks(lamp(1));
  expect(groups.take(60_000)).toMatchObject({ began: [], ended: [] });
  groups.cabinetWorks(cabinet);
  expect(groups.take(61_000).ended).toEqual(['cabinet:ARM-1']);
});

it('ends what the inventory no longer has: nothing would ever say that it works', () => {
  const groups = new FaultGroups(rule);
  groups.lampFailed(lamp(1), undefined, 0);
  groups.lampFailed(lamp(2), undefined, 0);
  groups.cabinetFailed(cabinet, 0);
  groups.lampFailed(lamp(3), cabinet, 0);
  const { began } = groups.take(20_000);
  const restarted = new FaultGroups(rule, began);
  restarted.forgetStrangers(
    (id) => id === lamp(2),
    () => false,
  );
  expect([...restarted.take(30_000).ended].sort()).toEqual(['cabinet:ARM-1', 'lamp:L-1']);
});

it('reports every lamp that stays faulty in exactly one lasting fault, whatever happens before', () => {
  const step = fc.record({ lamp: fc.nat(9), fails: fc.boolean(), wait: fc.nat(15_000) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const groups = new FaultGroups(rule);
      const faulty = new Set<number>();
      const lasting = new Map<string, LastingFault>();
      const sources = new Set<string>();
      let now = 0;
      const look = () => {
        const { began, joined, ended } = groups.take(now);
        for (const key of ended) lasting.delete(key);
        for (const fault of began) {
          expect(lasting.has(fault.key)).toBe(false);
          expect(sources.has(fault.sourceId)).toBe(false);
          sources.add(fault.sourceId);
        }
        for (const fault of [...began, ...joined]) lasting.set(fault.key, fault);
      };
      for (const { lamp: n, fails, wait } of steps) {
        now += wait + 1;
        if (fails) groups.lampFailed(lamp(n), n < 6 ? cabinet : undefined, now);
        else groups.lampWorks(lamp(n));
        if (fails) faulty.add(n);
        else faulty.delete(n);
        look();
      }
      now += 200_000;
      look();
      const found = [...lasting.values()]
        .flatMap(({ lamps }) => lamps)
        .filter((id) => faulty.has(Number(id.slice(2))));
      expect([...found].sort()).toEqual([...faulty].map((n) => `L-${n}`).sort());
    }),
  );
});

describe('faults told from reports', () => {
  const burning = () => new FaultGroups(rule, [], 'burning');
  it('are one of their cabinet, beside another kind of the same, over a restart too', () => {
    const [groups, dark] = [burning(), new FaultGroups(rule, [], 'dark')];
    for (let n = 0; n < 12; n++) groups.lampFailed(lamp(n), cabinet, n * 400);
    for (let n = 20; n < 26; n++) dark.lampFailed(lamp(n), cabinet, n);
    const began = [...groups.take(40_000).began, ...dark.take(40_000).began];
    expect(keys(began)).toEqual(['burning:ARM-1', 'dark:ARM-1']);
    const restarted = new FaultGroups(rule, began, 'burning');
    for (let n = 0; n < 12; n++) restarted.lampWorks(lamp(n));
    for (let n = 20; n < 26; n++) restarted.lampWorks(lamp(n));
    expect(restarted.take(50_000).ended).toEqual(['burning:ARM-1']);
  });

  it('open nothing for a lamp, however many fail one after the other', () => {
    const groups = burning();
    for (let n = 0; n < 20; n++) {
      groups.lampFailed(lamp(n), cabinet, n * 3_600_000);
      expect(groups.take(n * 3_600_000 + 20_000).began).toEqual([]);
    }
  });
});
