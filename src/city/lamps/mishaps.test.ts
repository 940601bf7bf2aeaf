import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MemoryLink } from '../../../tests/support/memory-link.ts';
import { createLog } from '../../node/log/log.ts';
import { ControlCabinetInput } from '../../shared/lamp/cabinet.ts';
import { buildPlan, lookupOf } from '../plan/index.ts';
import type { FieldGateway } from './gateway.ts';
import { LampFleet } from './lamp-fleet.ts';
import { Mishaps } from './mishaps.ts';

const NIGHT = Date.UTC(2026, 10, 24, 2);
const plan = buildPlan(21);
const lookup = lookupOf(plan);
const [cabinet] = plan.cabinets;
let fleet: LampFleet;
let link: MemoryLink;
let mishaps: Mishaps;

function live(feedersPerHour: number): void {
  fleet = new LampFleet(plan, 0, NIGHT);
  fleet.refresh(NIGHT);
  link = new MemoryLink();
  mishaps = new Mishaps({
    plan,
    lookup,
    fleet,
    gateway: { touch: () => {} } as unknown as FieldGateway,
    link: Object.assign(link, {
      state: { kind: 'down', since: 0, broker: 'none' } as const,
      onState: () => () => {},
    }),
    faultsPerHour: 0,
    tripsPerHour: 0,
    feedersPerHour,
    feederCabinets: 3,
    speed: 3_600,
    log: createLog({ name: 'test', level: 'silent' }),
    now: () => NIGHT,
  });
}
beforeEach(() => {
  vi.useFakeTimers();
  live(0);
});
afterEach(() => {
  mishaps.close();
  vi.useRealTimers();
});

const told = () =>
  link.published.map(({ text }) => {
    const { status, circuits } = ControlCabinetInput.parse(JSON.parse(text));
    return [status, ...new Set(circuits.map((circuit) => circuit.status))].join(' ');
  });
const dark = () => plan.lamps.filter((_, i) => fleet.silent(i)).length;

test('a feeder takes its cabinets’ supply and all their lamps, until it is repaired', () => {
  mishaps.tripFeeder(cabinet!.id);
  expect(told()).toEqual(Array(3).fill('noSupply ok'));
  expect(dark()).toBeGreaterThan(60);
  link.published.length = 0;
  vi.advanceTimersByTime(2_000);
  expect(told()).toEqual(Array(3).fill('ok ok'));
  expect(dark()).toBe(0);
});

test('a breaker that is out stays out when the supply of its cabinet is back', () => {
  const [circuit] = cabinet!.circuits;
  mishaps.tripFeeder(cabinet!.id);
  vi.advanceTimersByTime(1_000);
  mishaps.trip(circuit!);
  vi.advanceTimersByTime(1_000);
  expect(dark()).toBe(lookup.lampsOfCircuit(circuit!).length);
});

test('feeders trip by themselves as often as is asked for, and never where none are', () => {
  const noSupply = () => told().filter((state) => state.startsWith('noSupply')).length;
  vi.advanceTimersByTime(5_000);
  expect(noSupply()).toBe(0);
  mishaps.close();
  live(1);
  vi.advanceTimersByTime(5_000);
  expect(noSupply()).toBe(15);
});
