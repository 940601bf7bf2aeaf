import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lampsOf } from '../../../tests/support/frame-lamps.ts';
import { dictionary, light, make, NOW, SIZE } from '../../../tests/support/one-district.ts';
import { AGE_UNKNOWN, readFrame } from '../../shared/lamp/frame.ts';
import { LampFault, LampState } from '../../shared/lamp/state.ts';
import { Aggregator } from './aggregator.ts';
import { FaultGroups } from './fault-groups.ts';

describe('frames', () => {
  it('begin with a whole one, in which unheard lamps say so', () => {
    const aggregator = make();
    aggregator.state('L-1', light(), NOW);
    const [first, ...none] = aggregator.tick(NOW);
    expect(none).toEqual([]);
    expect(readFrame(first!.bytes)).toMatchObject({
      full: true,
      frameSeq: 1,
      streamId: 0xfeedbeef,
      dictVersion: 3,
      count: SIZE,
    });
    const [unheard, heard] = lampsOf(first!.bytes);
    expect(unheard).toMatchObject({ state: LampState.neverSeen, age: AGE_UNKNOWN });
    expect(heard).toMatchObject({ state: LampState.on, level: 60, age: 0 });
  });

  it('are held back until what the broker retained is in', () => {
    const aggregator = new Aggregator([dictionary], 1);
    expect(aggregator.tick(NOW)).toEqual([]);
    aggregator.begin();
    expect(aggregator.tick(NOW)).toHaveLength(1);
  });

  it('are whole again every 30 s, and once a burst is over', () => {
    const aggregator = make();
    const kinds = (at: number) => aggregator.tick(at).map(({ full }) => full);
    expect(kinds(NOW)).toEqual([true]);
    expect(kinds(NOW + 29_999)).toEqual([]);
    expect(kinds(NOW + 30_000)).toEqual([true]);
    for (const id of ['L-0', 'L-1', 'L-2']) aggregator.state(id, light(), NOW);
    expect(kinds(NOW + 30_250)).toEqual([false]);
    expect(kinds(NOW + 30_500)).toEqual([true]);
    expect(kinds(NOW + 30_750)).toEqual([]);
  });

  it('hold the age of each lamp, up to what 16 bits can say', () => {
    const aggregator = make();
    const observed = (s: number) => ({ observationDateTime: new Date(NOW - s * 1_000).toISOString() });
    aggregator.state('L-0', light(observed(12)), NOW);
    aggregator.state('L-1', light(observed(70_000)), NOW);
    const ages = lampsOf(aggregator.tick(NOW)[0]!.bytes).map(({ age }) => age);
    expect(ages.slice(0, 2)).toEqual([12, AGE_UNKNOWN]);
  });

  it('carry no presence when whole; the next delta says it again', () => {
    const aggregator = make();
    aggregator.state('L-0', light(), NOW);
    aggregator.presence('L-0', true, NOW);
    const [full] = aggregator.tick(NOW);
    expect(lampsOf(full!.bytes)[0]!.state & LampState.presence).toBe(0);
    const [delta] = aggregator.tick(NOW + 250);
    expect(lampsOf(delta!.bytes)).toMatchObject([{ index: 0, state: LampState.on | LampState.presence }]);
  });

  it('say that a presence has ended when its end never came, unless it is told of again', () => {
    const aggregator = make();
    for (const id of ['L-0', 'L-1']) aggregator.presence(id, true, NOW);
    aggregator.tick(NOW);
    aggregator.tick(NOW + 250);
    aggregator.presence('L-1', true, NOW + 60_000);
    aggregator.forgetPresence(NOW);
    expect(aggregator.tick(NOW + 500)).toEqual([]);
    aggregator.forgetPresence(NOW + 1);
    expect(lampsOf(aggregator.tick(NOW + 750)[0]!.bytes)).toMatchObject([
      { index: 0, state: LampState.neverSeen },
    ]);
  });

  it('put together give the state of the reports, whatever came between them', () => {
    const report = fc.record({ lamp: fc.nat(6), level: fc.nat(100), at: fc.nat(50), tick: fc.boolean() });
    fc.assert(
      fc.property(fc.array(report, { maxLength: 60 }), (reports) => {
        const aggregator = make();
        const seat = new Map<number, number>();
        const truth = new Map<number, { level: number; at: number }>();
        let seq = 0;
        const look = (now: number) => {
          for (const { bytes } of aggregator.tick(now)) {
            expect(readFrame(bytes).frameSeq).toBe(++seq);
            for (const { index, level } of lampsOf(bytes)) seat.set(index, level);
          }
        };
        for (const [i, { lamp, level, at, tick }] of reports.entries()) {
          const observationDateTime = new Date(NOW - at * 1_000).toISOString();
          const heard = aggregator.state(
            `L-${lamp}`,
            light({ illuminanceLevel: level / 100, observationDateTime }),
            NOW,
          );
          const late = -at < (truth.get(lamp)?.at ?? -Infinity);
          expect(heard).toBe(late ? 'out-of-order' : 'ok');
          if (!late) truth.set(lamp, { level, at: -at });
          if (tick) look(NOW + i * 250);
        }
        look(NOW + 100_000);
        for (const [lamp, { level }] of truth) expect(seat.get(lamp)).toBe(level);
      }),
    );
  });
});

describe('reports', () => {
  it('of strangers, of tombstones and of the future are told apart', () => {
    const aggregator = make();
    expect(aggregator.state('nobody', light(), NOW)).toBe('unknown-lamp');
    expect(aggregator.presence('L-7', true, NOW)).toBe('unknown-lamp');
    const future = (ms: number) => light({ observationDateTime: new Date(NOW + ms).toISOString() });
    expect(aggregator.state('L-0', future(5 * 60_000 + 1), NOW)).toBe('future');
    expect(aggregator.state('L-0', future(5 * 60_000), NOW)).toBe('ok');
    // It counts as of now, so the next true one is not out of order.
    expect(aggregator.state('L-0', light(), NOW)).toBe('ok');
  });

  it('that name another lamp than their topic are refused; what a gateway calls its lamp is its own affair', () => {
    const aggregator = make();
    aggregator.tick(NOW);
    expect(aggregator.state('L-0', light({ id: 'L-1' }), NOW)).toBe('other-lamp');
    expect(aggregator.tick(NOW + 250)).toEqual([]);
    expect(aggregator.state('L-0', light({ id: 'L-0' }), NOW)).toBe('ok');
    // A tombstone is no lamp that could be meant.
    for (const id of ['L-7', 'urn:x:0042']) expect(aggregator.state('L-0', light({ id }), NOW)).toBe('ok');
  });

  it('tell of a fault when it begins and when it ends, once', () => {
    const told: [string, boolean][] = [];
    const aggregator = make((lamp, _cabinet, faulty) => told.push([lamp, faulty]));
    aggregator.state('L-0', light(), NOW);
    told.length = 0;
    aggregator.state('L-0', light({ status: 'defectiveLamp' }), NOW);
    aggregator.state('L-0', light({ status: 'brokenLantern' }), NOW);
    aggregator.state('L-0', light(), NOW);
    expect(told).toEqual([
      ['L-0', true],
      ['L-0', false],
    ]);
  });

  it('end what lasted before a restart and was repaired meanwhile, so that its next failure is another', () => {
    const rule = { settleMs: 10, quietMs: 5, longestMs: 60, groupFrom: 2 };
    const run = (groups: FaultGroups) =>
      make((lamp, cabinet, faulty) =>
        faulty ? groups.lampFailed(lamp, cabinet, NOW) : groups.lampWorks(lamp),
      );
    const broken = light({ status: 'defectiveLamp' });
    const before = new FaultGroups(rule);
    const first = run(before);
    for (const id of ['L-0', 'L-1', 'L-2']) first.state(id, broken, NOW);
    const { began } = before.take(NOW + 20);
    expect(began).toHaveLength(1);

    const after = new FaultGroups(rule, began);
    const restarted = run(after);
    for (const id of ['L-0', 'L-1']) restarted.state(id, light(), NOW);
    restarted.state('L-2', broken, NOW);
    expect(after.take(NOW + 40)).toMatchObject({ began: [], ended: [] });
    restarted.state('L-2', light(), NOW);
    expect(after.take(NOW + 60).ended).toEqual(['cabinet:ARM-1']);
    restarted.state('L-0', broken, NOW);
    expect(after.take(NOW + 80).began).toMatchObject([{ key: 'lamp:L-0' }]);
  });

  it('are not ended by what the broker kept from before, where it lost the latest', () => {
    const rule = { settleMs: 10, quietMs: 5, longestMs: 60, groupFrom: 2 };
    const run = (groups: FaultGroups) => {
      const aggregator = make((lamp, cabinet, faulty, at) =>
        faulty ? groups.lampFailed(lamp, cabinet, NOW, at) : groups.lampWorks(lamp),
      );
      for (const [lamp, at] of groups.known()) aggregator.know(lamp, at);
      return aggregator;
    };
    const at = (ms: number) => ({ observationDateTime: new Date(NOW + ms).toISOString() });
    const before = new FaultGroups(rule);
    run(before).state('L-0', light({ status: 'columnIssue', ...at(-1_000) }), NOW);
    const { began } = before.take(NOW + 20);
    expect(began).toMatchObject([{ key: 'lamp:L-0', observedAt: [NOW - 1_000] }]);

    const after = new FaultGroups(rule, JSON.parse(JSON.stringify(began)));
    const restarted = run(after);
    expect(restarted.state('L-0', light(at(-9_000)), NOW)).toBe('out-of-order');
    expect(after.take(NOW + 40).ended).toEqual([]);
    restarted.begin();
    expect(lampsOf(restarted.tick(NOW)[0]!.bytes)[0]).toMatchObject({
      faults: LampFault.defectiveLamp,
      age: 1,
    });
    // The same report as before gives its own words back; a later one may say that it works.
    restarted.state('L-0', light({ status: 'columnIssue', ...at(-1_000) }), NOW);
    expect(lampsOf(restarted.tick(NOW + 250)[0]!.bytes)[0]).toMatchObject({ faults: LampFault.columnIssue });
    restarted.state('L-0', light(at(0)), NOW);
    expect(after.take(NOW + 60).ended).toEqual(['lamp:L-0']);
  });

  it('of a cabinet mark the lamps of its tripped circuit, and silence marks the old ones', () => {
    const aggregator = make();
    for (const i of [0, 1, 2]) aggregator.state(`L-${i}`, light(), NOW);
    aggregator.cabinet({
      id: dictionary.lamps[0]!.cabinet!,
      type: 'StreetlightControlCabinet',
      status: 'ok',
      circuits: [{ id: 'C-1', status: 'tripped' }],
      observationDateTime: new Date(NOW).toISOString(),
    });
    aggregator.silence(NOW + 1);
    const lamps = lampsOf(aggregator.tick(NOW)[0]!.bytes);
    expect(lamps[1]).toMatchObject({
      faults: LampFault.circuit | LampFault.silent,
      state: LampState.on | LampState.fault,
    });
    expect(lamps[2]!.faults).toBe(LampFault.silent);
    expect(lamps[4]!.faults).toBe(0);
    aggregator.state('L-2', light({ observationDateTime: new Date(NOW + 10).toISOString() }), NOW + 10);
    expect(lampsOf(aggregator.tick(NOW + 250)[0]!.bytes)).toMatchObject([{ index: 2, faults: 0 }]);
  });
});

describe('a seat that comes', () => {
  it('is told how lamps are now: whole, where changes went out since the last whole frame, and once for many', () => {
    const aggregator = make();
    aggregator.tick(NOW);
    aggregator.seatCame();
    expect(aggregator.tick(NOW + 5_000)).toEqual([]);
    aggregator.state('L-1', light(), NOW);
    const told = () => aggregator.tick(NOW + 6_000).map(({ full }) => full);
    expect(told()).toEqual([false]);
    for (let n = 0; n < 3; n++) aggregator.seatCame();
    expect([told(), told()]).toEqual([[true], []]);
    aggregator.state('L-2', light(), NOW);
    expect(told()).toEqual([false]);
    aggregator.seatCame();
    // No more often than each two seconds.
    expect(told()).toEqual([]);
    expect(aggregator.tick(NOW + 8_000).map(({ full }) => full)).toEqual([true]);
  });
});
