import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MemoryLink } from '../../../tests/support/memory-link.ts';
import { Calendar, ControlProgram, type PresenceProfile } from '../../shared/lighting/model.ts';
import { type CabinetProgram, ProgramAck } from '../../shared/wire/cabinet-program.ts';
import { instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import { buildPlan, type Lamp, lookupOf } from '../plan/index.ts';
import { LampFleet } from './lamp-fleet.ts';
import { PresenceWave } from './presence-wave.ts';
import { Programmes } from './programmes.ts';
import { cabinetTemper, type Tempers } from './temper.ts';

const OBEDIENT: Tempers = { lies: 0, locked: 0, slowCabinets: 0, muteCabinets: 0 };
const DAY = Date.UTC(2026, 10, 24, 12);
const MIDNIGHT = Date.UTC(2026, 10, 24, 23);
const plan = buildPlan(21);
const lookup = lookupOf(plan);
/** One in which five lamps of a street stand side by side, fed by one cabinet. */
const row = plan.streets
  .map(({ id }) => lookup.lampsOfStreet(id))
  .find((its) => its.length >= 8 && its.every(({ cabinet }) => cabinet === its[0]!.cabinet))!;
const cabinet = row[0]!.cabinet;
const indexOf = (lamp: Lamp) => plan.lamps.indexOf(lamp);

const presence: PresenceProfile[] = [
  { id: 'rue', name: 'Rue', base: 20, raised: 90, holdSeconds: 30, ahead: 2 } as PresenceProfile,
];
const program = (
  steps: readonly object[],
  floor = 0,
  incidents: CabinetProgram['incidents'] = [],
): CabinetProgram => ({
  v: 1,
  place: [5.0415, 47.322],
  timeZone: 'Europe/Paris',
  controlPrograms: [ControlProgram.parse({ id: 'p', name: 'P', steps, off: { dawn: 0 } })],
  calendars: [Calendar.parse({ id: 'c', name: 'C', program: 'p' })],
  presence,
  groups: [{ calendar: Calendar.shape.id.parse('c'), floor, lamps: row.map(({ id }) => id) }],
  incidents,
});
const FIFTY = [{ from: { dusk: 0 }, level: 50 }];
const WOKEN = [{ from: { dusk: 0 }, presence: 'rue' }];

let link: MemoryLink;
beforeEach(() => {
  vi.useFakeTimers();
  link = new MemoryLink();
});
afterEach(() => void vi.useRealTimers());

function city(tempers: Tempers = OBEDIENT) {
  const programmes = new Programmes({ link, plan, tempers, now: Date.now });
  const fleet = new LampFleet(plan, 0, DAY, { programmes, wave: new PresenceWave(plan, lookup) });
  const levels = (time: number) => {
    fleet.refresh(time);
    return row.map(
      (lamp) => (fleet.state(indexOf(lamp), time, new Date().toISOString()).illuminanceLevel ?? 0) * 100,
    );
  };
  return { fleet, levels, programmes };
}
const give = (content: object | string) => link.say(topics.cabinetProgram(cabinet), content);

test('lamps live by the programme of their cabinet, and go on when nothing more is heard', () => {
  const { levels } = city();
  give(program(FIFTY));
  vi.advanceTimersByTime(500);
  expect(new Set(levels(MIDNIGHT))).toEqual(new Set([50]));
  expect(new Set(levels(DAY))).toEqual(new Set([0]));
  give('no programme at all');
  give('');
  vi.advanceTimersByTime(10_000);
  expect(new Set(levels(MIDNIGHT + 30 * 86_400_000))).toEqual(new Set([50]));
});

test('a slow cabinet takes it late, a mute one never', () => {
  const { levels } = city({ ...OBEDIENT, slowCabinets: 1 });
  const before = levels(MIDNIGHT);
  give(program([{ from: { dusk: 0 }, level: 51 }]));
  vi.advanceTimersByTime(500);
  expect(levels(MIDNIGHT)).toEqual(before);
  vi.advanceTimersByTime(6_000);
  expect(new Set(levels(MIDNIGHT))).toEqual(new Set([51]));
  expect(cabinetTemper(21, cabinet, { ...OBEDIENT, muteCabinets: 1 })).toBe('mute');
});

test('each says which it goes by once it does, a slow one late, a mute one never; what can’t be lived is refused whole', () => {
  const said = () =>
    link
      .heard(topics.cabinetProgramAck(cabinet))
      .map((ack) => [ProgramAck.parse(ack).program, ack.ok, ack.code].join(' '));
  const named = (id: string, level: number, calendar = 'c') => {
    const whole = program([{ from: { dusk: 0 }, level }]);
    return { ...whole, id, groups: [{ ...whole.groups[0], calendar }] };
  };
  const { levels, programmes } = city({ ...OBEDIENT, slowCabinets: 1 });
  give(named('a', 50));
  vi.advanceTimersByTime(5_000);
  expect(said()).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(said()).toEqual(['a true OK']);
  expect(link.published.at(-1)?.options).toMatchObject({ retain: true });
  give(named('b', 70, 'autre'));
  give(program([{ from: { dusk: 0 }, level: 50 }])); // one without a name has nothing to be acknowledged by
  vi.advanceTimersByTime(10_000);
  expect(said()).toEqual(['a true OK', 'b false UNKNOWN_CALENDAR']);
  expect(new Set(levels(MIDNIGHT))).toEqual(new Set([50]));
  programmes.close();
  city({ ...OBEDIENT, muteCabinets: 1 });
  give(named('c', 70));
  vi.advanceTimersByTime(60_000);
  expect(said()).toHaveLength(2);
});

test('a walk is a wave: lamps ahead wake, those behind sleep again after a while', () => {
  const { fleet, levels } = city();
  give(program(WOKEN));
  vi.advanceTimersByTime(500);
  const awake = (time: number) =>
    levels(time)
      .map((level) => (level > 20 ? 'O' : '.'))
      .join('')
      .slice(0, 8);
  const walks = (n: number, present: boolean, time: number) =>
    fleet.sensed({ lamp: indexOf(row[n]!), present, heading: 1 }, time);
  expect(awake(MIDNIGHT)).toBe('........');
  walks(0, true, MIDNIGHT);
  expect(awake(MIDNIGHT)).toBe('OOO.....');
  walks(1, true, MIDNIGHT + 20_000);
  walks(0, false, MIDNIGHT + 20_000);
  expect(awake(MIDNIGHT + 20_000)).toBe('OOOO....');
  walks(2, true, MIDNIGHT + 40_000);
  walks(1, false, MIDNIGHT + 40_000);
  expect(awake(MIDNIGHT + 51_000)).toBe('.OOOO...');
  walks(2, false, MIDNIGHT + 60_000);
  expect(awake(MIDNIGHT + 91_000)).toBe('........');
});

test('below its floor a lamp is not dimmed at night', () => {
  const { fleet, levels } = city();
  give(program(FIFTY, 60));
  vi.advanceTimersByTime(500);
  fleet.override(indexOf(row[0]!), 10);
  expect(levels(MIDNIGHT).slice(0, 2)).toEqual([60, 60]);
  expect(fleet.floorOf(indexOf(row[0]!))).toBe(60);
  levels(DAY);
  expect(fleet.floorOf(indexOf(row[0]!))).toBe(0);
});

test('near what goes on lamps are not dimmed, whoever orders it, until it is over or nobody says so any more', () => {
  const { levels, fleet } = city();
  const until = instant(MIDNIGHT + 3_600_000);
  const near = row.slice(0, 2).map(({ id }) => id);
  give(program(FIFTY, 0, [{ level: 90, until, lamps: near }]));
  vi.advanceTimersByTime(500);
  expect(levels(MIDNIGHT).slice(0, 3)).toEqual([90, 90, 50]);
  expect(fleet.floorOf(indexOf(row[0]!))).toBe(90);
  expect(levels(MIDNIGHT + 2 * 3_600_000).slice(0, 3)).toEqual([50, 50, 50]);
  give(program(FIFTY));
  vi.advanceTimersByTime(500);
  expect(levels(MIDNIGHT).slice(0, 3)).toEqual([50, 50, 50]);
});
