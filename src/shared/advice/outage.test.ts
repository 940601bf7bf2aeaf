import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ticket } from '../ticket/model.ts';
import { instant } from '../wire/time.ts';
import { APART_M, type FeedOf, MOST, outageBehind, WITHIN_MIN } from './outage.ts';
import { refusalKey } from './refusal.ts';

const NIGHT = Date.UTC(2026, 10, 24, 22);
/** A resident's report of a dark lamp, so many metres up the street and minutes after the first. */
const lamp = (id: string, metres: number, minutes = 0, more: object = {}): Ticket =>
  Ticket.parse({
    id,
    title: 'Lampadaire éteint',
    kind: 'lampReported',
    service: 'lighting',
    priority: 4,
    place: {
      label: 'rue Monge',
      street: 'rue Monge',
      commune: 'Dijon',
      position: [5.037, 47.32 + metres / 111_195],
    },
    source: { kind: 'citizen', system: 'site', sourceId: id },
    state: 'open',
    units: [],
    links: [],
    version: 1,
    openedAt: instant(NIGHT + minutes * 60_000),
    updatedAt: instant(NIGHT + minutes * 60_000),
    ...more,
  });
const first = lamp('T-1', 0);
const owner = (person: string) => ({ seat: 'seat-01', person });
const device = (id: string, metres: number, more: object = {}) =>
  lamp(id, metres, 0, {
    kind: 'lampFault',
    devices: [id],
    source: { kind: 'fault', system: 'lighting', sourceId: id },
    ...more,
  });

describe('proposes one outage', () => {
  test('behind three reports from mast to mast, with the figures it used', () => {
    expect(outageBehind(first, [lamp('T-2', 100, 30), lamp('T-3', 210, 95)])).toEqual({
      rule: 'outage',
      into: 'T-1',
      merge: ['T-2', 'T-3'],
      reasons: [
        { kind: 'reports', count: 3 },
        { kind: 'residents', count: 3 },
        { kind: 'sameStreet', street: 'rue Monge' },
        { kind: 'across', metres: 210 },
        { kind: 'within', minutes: 95 },
      ],
      limits: { lamps: 3, metres: 120, minutes: 720, most: MOST },
    });
  });

  test('not behind lamps of circuits that cabinets number alike, and behind those of one that they share', () => {
    const lamps = [device('T-1', 0), device('T-2', 800), device('T-3', 1_600)] as const;
    const feedOf: FeedOf = (id) => ({ cabinet: `ARM-${id}`, circuit: '1' });
    expect(outageBehind(lamps[0], lamps, feedOf)).toBeUndefined();
    const shared: FeedOf = (id) => ({ ...feedOf(id), sharedCircuit: true });
    expect(outageBehind(lamps[0], lamps, shared)?.reasons).toContainEqual({
      kind: 'sameCircuit',
      circuit: '1',
    });
  });

  test('behind reports of residents and devices that hang on one circuit, though far apart', () => {
    const feedOf: FeedOf = (id) => ({ cabinet: 'ARM-12', circuit: id === 'T-9' ? 'ARM-12-2' : 'ARM-12-1' });
    const lamps = [device('T-1', 0), device('T-2', 800), device('T-3', 1_600)] as const;
    expect(outageBehind(lamps[0], lamps, feedOf)?.reasons).toContainEqual({
      kind: 'sameCircuit',
      circuit: 'ARM-12-1',
    });
    const mixed = [lamps[0], lamps[1], device('T-9', 900)] as const;
    expect(outageBehind(mixed[0], mixed, feedOf)?.reasons).toContainEqual({
      kind: 'sameCabinet',
      cabinet: 'ARM-12',
    });
  });

  test('that has its ticket already: one report is enough, and goes into it', () => {
    const feeder = lamp('T-0', 60, 20, { kind: 'feederFault', priority: 2 });
    expect(outageBehind(first, [feeder])).toMatchObject({ into: 'T-0', merge: ['T-1'] });
    expect(outageBehind(feeder, [first])).toMatchObject({ into: 'T-0', merge: ['T-1'] });
  });

  test('behind those around it, where a whole quarter is dark: what one key merges can be looked at', () => {
    const quarter = Array.from({ length: 2_000 }, (_, n) => lamp(`T-${n}`, n * 30, n % 60));
    const advice = outageBehind(quarter[1_000]!, quarter);
    expect(advice?.merge).toHaveLength(MOST - 1);
    expect([advice?.into, ...(advice?.merge ?? [])]).toContain('T-1000');
  });

  test('into the ticket that somebody holds, before the older one', () => {
    const held = lamp('T-3', 60, 90, { state: 'claimed', owner: owner('perrin') });
    expect(outageBehind(first, [lamp('T-2', 30, 10), held])).toMatchObject({
      into: 'T-3',
      merge: ['T-1', 'T-2'],
    });
  });
});

describe('is silent', () => {
  const two = lamp('T-2', 40, 5);
  test.each([
    ['of two reports: that may be chance', [two]],
    ['where the third is farther', [two, lamp('T-3', 40 + APART_M + 2)]],
    ['where the third came a day later', [two, lamp('T-3', 60, WITHIN_MIN + 1)]],
    ['where the third is of another kind', [two, lamp('T-3', 60, 0, { kind: 'pothole' })]],
    ['where the third is closed', [two, lamp('T-3', 60, 0, { state: 'closed', outcome: 'done' })]],
    [
      'where two people hold two of them',
      [
        lamp('T-2', 40, 5, { state: 'claimed', owner: owner('perrin') }),
        lamp('T-3', 60, 5, { state: 'claimed', owner: owner('morel') }),
      ],
    ],
    [
      'where somebody refused it for the third',
      [two, lamp('T-3', 60, 5, { refusedAdvice: [refusalKey('outage', 'T-1')] })],
    ],
    ['where somebody linked the third: they are two', [two, lamp('T-3', 60, 5, { links: ['T-1'] })]],
    [
      'where nobody knows the place of the third',
      [two, lamp('T-3', 0, 5, { place: { label: 'vers la gare' } })],
    ],
    [
      'of the same street in another commune',
      [two, lamp('T-3', 0, 5, { place: { label: 'rue Monge', street: 'rue Monge', commune: 'Longvic' } })],
    ],
    [
      'of two feeders: which of them nobody can say',
      [lamp('T-2', 40, 5, { kind: 'feederFault' }), lamp('T-3', 60, 5, { kind: 'feederFault' })],
    ],
  ] as const)('%s', (_name, others) => expect(outageBehind(first, others)).toBeUndefined());

  test('on a ticket that tells of no lamp', () => {
    const fire = lamp('T-1', 0, 0, { kind: 'smoke' });
    expect(outageBehind(fire, [two, lamp('T-3', 60), lamp('T-4', 80)])).toBeUndefined();
  });
});

test('says the same whichever of close reports is looked at, and in whatever order they are known', () => {
  const places = fc.uniqueArray(fc.integer({ min: 0, max: 110 }), { minLength: 3, maxLength: 8 });
  fc.assert(
    fc.property(places, fc.nat(), (metres, pick) => {
      const all = metres.map((each, i) => lamp(`T-${i}`, each, i));
      const one = outageBehind(all[0]!, all);
      const other = outageBehind(all[pick % all.length]!, all.toReversed());
      expect(other).toEqual(one);
      expect(one?.merge).toHaveLength(metres.length - 1);
    }),
  );
});
