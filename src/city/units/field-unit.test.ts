import { describe, expect, test } from 'vitest';
import { distance, type Position } from '../../shared/geo/position.ts';
import { SPEED, travelTo } from '../../shared/geo/route.ts';
import { streetGraph } from '../../shared/geo/street-graph.ts';
import { UnitOrder } from '../../shared/unit/model.ts';
import { instant } from '../../shared/wire/time.ts';
import { streetGraphs } from '../inventory/inventory.ts';
import { buildPlan, lookupOf } from '../plan/index.ts';
import { chance } from '../plan/seeded-chance.ts';
import { FieldUnit, type Manners, type Said } from './field-unit.ts';
import { Ways } from './ways.ts';

const plan = buildPlan(21);
const lookup = lookupOf(plan);
const ways = new Ways(plan, lookup);
const home: Position = [5.0391, 47.3226];
const at = instant(0);
const ready: Manners = { refuses: 0, answersLate: 0, neverAnswers: 0 };
const order = (more: object = {}): UnitOrder =>
  UnitOrder.parse({
    v: 1,
    cmd: '01938e8a-0000-7000-8000-000000000001',
    order: 'go',
    ticket: 'T-1',
    title: 'Rixe',
    kind: 'fight',
    priority: 2,
    place: { label: 'place Wilson', position: [5.0441, 47.3161] },
    expiresAt: at,
    ...more,
  });
const unitWith = (manners: Partial<Manners> = {}, kind: 'car' | 'foot' = 'car') =>
  new FieldUnit(kind, home, ways, chance(21, 'test'), { ...ready, ...manners });
/** What it says in so many seconds. */
const said = (unit: FieldUnit, seconds: number): readonly Said[] =>
  Array.from({ length: seconds }, () => unit.step(1, at)).filter((one) => one !== undefined);

test.each([
  ['car', true],
  ['foot', false],
] as const)(
  'a way along the streets by %s is as long as the room’s own graph says, about',
  (kind, drives) => {
    const graph = streetGraph(streetGraphs(plan, lookup).flatMap(({ features }) => features));
    expect(graph.directed).toBe(true);
    for (const lamp of [100, 9_000, 17_000, 30_000].map((i) => plan.lamps[i]!)) {
      const { length, line } = ways.between(home, lamp.position, drives);
      const { metres, by } = travelTo(graph, lamp.position)(home, kind);
      expect(by).toBe('streets');
      expect(Math.abs(length - metres)).toBeLessThan(0.05 * metres + 200);
      expect(line.at(-1)).toEqual(lamp.position);
    }
  },
);

test('who drives goes against no one-way street; who walks does', () => {
  const inOrder = plan.edges.flatMap(({ path, oneway }) =>
    oneway === undefined ? [] : [oneway === 'yes' ? path : path.toReversed()],
  );
  const against = new Set(
    inOrder.flatMap((path) => path.slice(1).map((point, i) => `${point.join(' ')} > ${path[i]!.join(' ')}`)),
  );
  /** How often the ways between many places go against one. */
  const wrongs = (drives: boolean): number => {
    const places = Array.from({ length: 30 }, (_, i) => plan.lamps[i * 700]!.position);
    return places.slice(1).reduce((sum, place, i) => {
      const { line } = ways.between(places[i]!, place, drives);
      const steps = line.slice(1).map((point, n) => `${line[n]!.join(' ')} > ${point.join(' ')}`);
      return sum + steps.filter((step) => against.has(step)).length;
    }, 0);
  };
  expect(wrongs(true)).toBe(0);
  expect(wrongs(false)).toBeGreaterThan(0);
});

describe('a unit', () => {
  test('patrols around its home, no faster than it can', () => {
    const unit = unitWith();
    let before = unit.position;
    let moved = 0;
    for (let second = 0; second < 900; second++) {
      unit.step(1, at);
      const step = distance(before, unit.position);
      expect(step).toBeLessThan(SPEED.car * 1.3);
      moved += step;
      before = unit.position;
    }
    expect(moved).toBeGreaterThan(500);
    expect(distance(home, unit.position)).toBeLessThan(4_000);
  });

  test('that is told accepts, drives there, works and is free again; it is told the same thing once', () => {
    const unit = unitWith();
    expect(unit.hear(order(), at)).toBeUndefined();
    expect(unit.hear(order(), at)).toBeUndefined();
    const words = said(unit, 3_000).map(({ answer }) => answer);
    expect(words).toEqual(['accepted', 'onSite', 'done']);
    expect(unit.status).toBe('available');
    expect(unit.hear(order(), at)?.answer).toBe('done');
  });

  test('shows that it is on its way, and on site where the ticket is', () => {
    const unit = unitWith();
    unit.hear(order(), at);
    said(unit, 16);
    expect(unit.status).toBe('enRoute');
    for (let i = 0; i < 3_000 && unit.status !== 'onSite'; i++) unit.step(1, at);
    expect(unit.status).toBe('onSite');
    expect(distance(unit.position, order().place.position!)).toBeLessThan(1);
  });

  test('refuses with a motive, and where it is busy', () => {
    const unwilling = unitWith({ refuses: 1 });
    unwilling.hear(order(), at);
    expect(said(unwilling, 20)).toMatchObject([
      { answer: 'refused', motive: expect.stringMatching(/\w{4}/) },
    ]);
    const busy = unitWith();
    busy.hear(order(), at);
    const other = order({ cmd: '01938e8a-0000-7000-8000-000000000002', ticket: 'T-2' });
    expect(busy.hear(other, at)).toMatchObject({ answer: 'refused', ticket: 'T-2' });
  });

  test('that can’t come anywhere says so by its status until that is over, and to whoever asks meanwhile', () => {
    const unit = unitWith({ refuses: 1 });
    unit.hear(order(), at);
    const [no] = said(unit, 20);
    expect(['outOfService', 'busy', 'offDuty']).toContain(unit.status);
    const other = order({ cmd: '01938e8a-0000-7000-8000-000000000002', ticket: 'T-2' });
    expect(unit.hear(other, at)).toMatchObject({ answer: 'refused', motive: no?.motive, ticket: 'T-2' });
    said(unit, 3_600);
    expect(unit.status).toBe('available');
  });

  test('that lags answers late, and one that never answers does nothing', () => {
    const slow = unitWith({ answersLate: 1 });
    slow.hear(order(), at);
    expect(said(slow, 44)).toEqual([]);
    expect(said(slow, 80).map(({ answer }) => answer)).toContain('accepted');
    const deaf = unitWith({ neverAnswers: 1 });
    deaf.hear(order(), at);
    expect(said(deaf, 600)).toEqual([]);
    expect(deaf.status).toBe('available');
  });

  test('stands down at once', () => {
    const unit = unitWith();
    unit.hear(order(), at);
    said(unit, 30);
    const stop = order({ order: 'standDown', cmd: '01938e8a-0000-7000-8000-000000000003' });
    expect(unit.hear(stop, at)).toMatchObject({ answer: 'accepted', cmd: stop.cmd });
    expect(unit.status).toBe('available');
    expect(unit.answers).toEqual([]);
    expect(said(unit, 600)).toEqual([]);
  });
});
