import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DETOUR, SPEED, travelTo } from '../geo/route.ts';
import { Ticket } from '../ticket/model.ts';
import { RoomUnit, UnitKind, UnitStatus } from '../unit/model.ts';
import { instant } from '../wire/time.ts';
import {
  byTravel,
  KEEPS_WITHIN_S,
  loadOf,
  nearestUnit,
  REFUSAL_KEEPS_MS,
  refusalsOf,
  STALE_MS,
  TAKEN_OFF_KEEPS_MS,
} from './nearest-unit.ts';

const NOW = Date.UTC(2026, 10, 24, 2);
const now = instant(NOW);
const north = (metres: number) => [5.039, 47.322 + metres / 111_195] as const;

const ticket = (more: object = {}): Ticket =>
  Ticket.parse({
    id: 'T-1',
    title: 'Rixe',
    kind: 'fight',
    service: 'police',
    priority: 2,
    place: { label: 'place Wilson', position: [5.039, 47.322] },
    source: { kind: 'call', system: 'cta', sourceId: 'c' },
    state: 'claimed',
    owner: { seat: 'seat-01', person: 'p' },
    units: [],
    links: [],
    version: 2,
    openedAt: now,
    updatedAt: now,
    ...more,
  });
const unit = (callSign: string, metres: number | undefined, more: object = {}): RoomUnit =>
  RoomUnit.parse({
    v: 1,
    id: callSign,
    callSign,
    service: 'police',
    kind: 'car',
    skills: ['publicOrder'],
    status: 'available',
    ...(metres === undefined ? {} : { position: north(metres), positionAt: instant(NOW - 2_000) }),
    at: instant(NOW - 1_000),
    ...more,
  });
const assigned = (id: string, state: string) =>
  ticket({
    assignments: [{ unit: id, state, at: now }],
    ...(state === 'refused' ? {} : { units: [id], state: 'inProgress' }),
  });
const takenOff = (id: string, ago: number) => ticket({ takenOff: [{ unit: id, at: instant(NOW - ago) }] });
const judge = (units: readonly RoomUnit[], on = ticket(), tickets: readonly Ticket[] = []) =>
  nearestUnit({
    ticket: on,
    units,
    load: loadOf([on, ...tickets], on),
    refusals: refusalsOf([on, ...tickets], on),
    travel: on.place.position && travelTo(undefined, on.place.position),
    now,
  });
/** As `judge`, after PM 07 was proposed; `ahead` is how much sooner PM 12 would be there, s. */
const after07 = (ahead: number, more: object = {}, others: readonly RoomUnit[] = []) => {
  const metres = (ahead * SPEED.car) / DETOUR;
  const units = [unit('PM 07', 300 + metres, more), unit('PM 12', 300), ...others];
  const travel = travelTo(undefined, ticket().place.position!);
  const none = { load: new Map(), refusals: new Map() };
  return nearestUnit({ ticket: ticket(), units, ...none, travel, now, before: units[0]!.id });
};
const names = (units: readonly RoomUnit[], on?: Ticket) =>
  judge(units, on).candidates.map(({ unit: { callSign }, hindrances }) =>
    [callSign, ...hindrances].join(' '),
  );

describe('proposes', () => {
  test.each<[string, readonly RoomUnit[], string]>([
    ['the nearer of two', [unit('PM 07', 900), unit('PM 12', 300)], 'PM 12'],
    [
      'the sooner, not the nearer: a car from afar before who walks',
      [unit('PM 12', 300, { kind: 'foot' }), unit('PM 07', 900)],
      'PM 07',
    ],
    [
      'who can do it, though farther',
      [unit('Propreté 3', 100, { skills: ['cleaning'] }), unit('PM 12', 900)],
      'PM 12',
    ],
    ['who is free, though farther', [unit('PM 07', 100, { status: 'onSite' }), unit('PM 12', 900)], 'PM 12'],
    [
      'who was heard of, though farther',
      [unit('PM 07', 100, { positionAt: instant(NOW - STALE_MS - 1) }), unit('PM 12', 900)],
      'PM 12',
    ],
  ])('%s', (_, units, who) => {
    expect(judge(units).proposed?.unit.callSign).toBe(who);
  });

  test('by service where the kind asks for no skill', () => {
    const on = ticket({ kind: 'other', service: 'citizens' });
    expect(
      judge([unit('PM 12', 100), unit('Accueil', 900, { service: 'citizens' })], on).proposed,
    ).toMatchObject({
      unit: { callSign: 'Accueil' },
      fits: { kind: 'service' },
    });
  });

  test('with the figures it used', () => {
    const [first] = judge([unit('PM 12', 700)]).candidates;
    expect(first?.fits).toEqual({ kind: 'skill', skill: 'publicOrder' });
    expect(first?.travel?.metres).toBeCloseTo(700, 0);
    expect(first?.travel?.seconds).toBeCloseTo((700 * DETOUR) / SPEED.car, 0);
    expect(first).toMatchObject({ load: 0, ageMs: 2_000 });
  });

  test('and says what would change it: a nearer one that can’t, else who comes next', () => {
    const units = [unit('PM 12', 900), unit('PM 07', 1_400), unit('PM 03', 100, { status: 'busy' })];
    expect(judge(units).otherwise).toMatchObject({
      kind: 'nearer',
      candidate: { unit: { callSign: 'PM 03' } },
      but: 'busy',
    });
    const next = judge(units.slice(0, 2)).otherwise;
    expect(next).toMatchObject({ kind: 'next', candidate: { unit: { callSign: 'PM 07' } } });
    expect(next?.kind === 'next' && next.later).toBeCloseTo((500 * DETOUR) / SPEED.car, 0);
    expect(judge(units.slice(0, 1)).otherwise).toBeUndefined();
  });
});

test('who was proposed stays so while hardly passed, and the other is named; passed by more, or kept, it does not', () => {
  expect(after07(KEEPS_WITHIN_S - 1)).toMatchObject({
    proposed: { unit: { callSign: 'PM 07' } },
    candidates: [{ unit: { callSign: 'PM 07' } }, { unit: { callSign: 'PM 12' } }],
    otherwise: { kind: 'level', candidate: { unit: { callSign: 'PM 12' } } },
  });
  const listed = byTravel(after07(KEEPS_WITHIN_S - 1).candidates);
  expect(listed.map(({ unit: { callSign } }) => callSign)).toEqual(['PM 12', 'PM 07']);
  // It is not the first to be there: that must be said before who is nearer and can't go.
  const busy = unit('PM 03', 10, { status: 'busy' });
  const level = after07(20, {}, [busy]).otherwise;
  expect(level).toMatchObject({ kind: 'level', candidate: { unit: { callSign: 'PM 12' } } });
  expect(level?.kind === 'level' && level.sooner).toBeCloseTo(20, 0);
  expect(after07(KEEPS_WITHIN_S + 1).proposed?.unit.callSign).toBe('PM 12');
  expect(after07(1, { status: 'busy' }).proposed?.unit.callSign).toBe('PM 12');
});

describe('stays silent', () => {
  test.each<[string, readonly RoomUnit[], Ticket?]>([
    ['where there is nobody', []],
    ['where nobody can do it', [unit('Voirie 4', 100, { skills: ['roadworks'], service: 'roads' })]],
    ['where all are busy', [unit('PM 12', 100, { status: 'enRoute' })]],
    ['where nobody’s place is known', [unit('PM 12', undefined)]],
    [
      'where the ticket has no place on the map',
      [unit('PM 12', 100)],
      ticket({ place: { label: 'quelque part' } }),
    ],
    ['where all positions are old', [unit('PM 12', 100, { positionAt: instant(NOW - 600_000) })]],
    [
      'of who is off duty or broken down',
      [unit('PM 12', 1, { status: 'offDuty' }), unit('PM 07', 1, { status: 'outOfService' })],
    ],
    ['of who goes already', [unit('PM 12', 100)], assigned('PM 12', 'accepted')],
    ['of who has refused', [unit('PM 12', 100)], assigned('PM 12', 'refused')],
    ['of who was just taken off it', [unit('PM 12', 100)], takenOff('PM 12', TAKEN_OFF_KEEPS_MS - 1)],
    ['on a closed ticket', [unit('PM 12', 100)], ticket({ state: 'closed', outcome: 'done', closedAt: now })],
  ])('%s', (_, units, on) => {
    expect(judge(units, on).proposed).toBeUndefined();
  });
});

test.each<[string, number, string, string]>([
  ['stands last for some minutes and says why', 60_000, 'PM 07', 'PM 12 takenOff'],
  ['is proposed again after them', TAKEN_OFF_KEEPS_MS, 'PM 12', 'PM 09 busy'],
])('who was taken off this ticket %s', (_, ago, first, last) => {
  const units = [unit('PM 12', 100), unit('PM 07', 900), unit('PM 09', 2_000, { status: 'busy' })];
  const { proposed, candidates } = judge(units, takenOff('PM 12', ago));
  expect(proposed?.unit.callSign).toBe(first);
  expect([candidates.at(-1)!.unit.callSign, ...candidates.at(-1)!.hindrances].join(' ')).toBe(last);
  const elsewhere = { ...takenOff('PM 12', ago), id: ticket({ id: 'T-2' }).id };
  expect(judge(units, ticket(), [elsewhere]).proposed?.unit.callSign, 'of another it says nothing').toBe(
    'PM 12',
  );
});

test('who goes to another ticket is busy, whatever its fleet says', () => {
  const other = ticket({ ...assigned('PM 12', 'told'), id: 'T-2' });
  const { candidates, proposed } = judge([unit('PM 12', 100)], ticket(), [other]);
  expect(candidates[0]).toMatchObject({ load: 1, hindrances: ['busy'] });
  expect(proposed).toBeUndefined();
  const over = { ...other, state: 'closed' as const };
  expect(judge([unit('PM 12', 100)], ticket(), [over]).proposed).toBeDefined();
});

describe('who has just refused another ticket', () => {
  const other = (id: string, at: number, state: string, more: object = {}) =>
    ticket({
      id,
      ref: 'INT-2411-0067',
      assignments: [
        { unit: 'PM 12', state, at: instant(at), ...(state === 'refused' && { motive: 'pneu crevé' }) },
      ],
      ...more,
    });
  const units = [unit('PM 12', 100), unit('PM 07', 900)];
  const ago = (ms: number) => NOW - ms;
  test('is passed over for some minutes and says why, with the one it refused', () => {
    const { proposed, candidates, otherwise } = judge(units, ticket(), [
      other('T-2', ago(60_000), 'refused'),
    ]);
    expect(proposed?.unit.callSign).toBe('PM 07');
    expect(candidates[1]).toMatchObject({
      hindrances: ['refusedOther'],
      refusal: { ref: 'INT-2411-0067', at: instant(ago(60_000)), motive: 'pneu crevé' },
    });
    expect(otherwise).toMatchObject({ kind: 'nearer', but: 'refusedOther' });
    const long = other('T-2', ago(REFUSAL_KEEPS_MS), 'refused');
    expect(judge(units, ticket(), [long]).proposed?.unit.callSign).toBe('PM 12');
  });
  test('is a candidate again once its last word is another one', () => {
    const [no, done] = [other('T-2', ago(60_000), 'refused'), other('T-3', ago(30_000), 'done')];
    for (const tickets of [
      [no, done],
      [done, no],
    ])
      expect(judge(units, ticket(), tickets).proposed?.unit.callSign).toBe('PM 12');
    const before = other('T-3', ago(90_000), 'done');
    expect(judge(units, ticket(), [no, before]).proposed?.unit.callSign).toBe('PM 07');
  });
  test('though that ticket was closed since', () => {
    const closed = { state: 'closed', outcome: 'done', closedAt: now };
    expect(
      judge(units, ticket(), [other('T-2', ago(60_000), 'refused', closed)]).proposed?.unit.callSign,
    ).toBe('PM 07');
  });
});

test('all that may be sent are there in order, each with what keeps it', () => {
  const units = [
    unit('Voirie 4', 50, { skills: [], service: 'roads' }),
    unit('PM 02', undefined),
    unit('PM 03', 100, { status: 'busy' }),
    unit('PM 12', 900),
    unit('PM 05', 100, { positionAt: instant(NOW - STALE_MS - 1) }),
  ];
  expect(names(units)).toEqual(['PM 12', 'PM 03 busy', 'PM 05 stale', 'PM 02 unplaced', 'Voirie 4 unfit']);
});

test('whatever units there are: the proposal is free, fit and heard of, and nobody such is sooner', () => {
  const some = fc.record({
    metres: fc.option(fc.integer({ min: 0, max: 9_000 }), { nil: undefined }),
    kind: fc.constantFrom(...UnitKind.options),
    status: fc.constantFrom(...UnitStatus.options),
    skills: fc.subarray(['publicOrder', 'cleaning']),
    age: fc.integer({ min: 0, max: 2 * STALE_MS }),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), (all) => {
      const units = all.map(({ metres, age, ...more }, i) =>
        unit(`U ${i}`, metres, { ...more, positionAt: instant(NOW - age) }),
      );
      const { proposed, candidates } = judge(units);
      const able = candidates.filter(({ hindrances }) => hindrances.length === 0);
      expect(proposed).toBe(able[0]);
      for (const { travel } of able)
        expect(travel!.seconds).toBeGreaterThanOrEqual(proposed!.travel!.seconds);
    }),
  );
});
