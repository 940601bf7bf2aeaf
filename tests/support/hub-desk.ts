import { v7 } from 'uuid';
import { importPeople, type People } from '../../src/hub/accounts/people.ts';
import type { CallContext } from '../../src/hub/calls/take.ts';
import { Desk } from '../../src/hub/desk/desk.ts';
import { parseCommand } from '../../src/hub/desk/parse.ts';
import { RoomData } from '../../src/hub/edge/room-data.ts';
import { wordsIn } from '../../src/hub/intake/words.ts';
import { LightingPlans } from '../../src/hub/lighting/program/plans.ts';
import { ProgramReach } from '../../src/hub/lighting/program/reach.ts';
import { openStore, type Store, type StorePlace } from '../../src/hub/store/store.ts';
import { createLog } from '../../src/node/log/log.ts';
import { USUAL_LIMITS } from '../../src/shared/attachment/limits.ts';
import { Camera } from '../../src/shared/camera/model.ts';
import { type LampId, SeatId, type TicketId } from '../../src/shared/ids.ts';
import type { DictionaryLamp } from '../../src/shared/lamp/dictionary.ts';
import { streetFacts } from '../../src/shared/lighting/place-lamps.ts';
import { fits } from '../../src/shared/procedure/fit.ts';
import { Procedure } from '../../src/shared/procedure/model.ts';
import { Person } from '../../src/shared/rights/model.ts';
import type { TicketEvent } from '../../src/shared/ticket/model.ts';
import type { CommandReply } from '../../src/shared/wire/reply.ts';
import { ROOM_KINDS } from '../../src/shared/wire/room-data.ts';
import { instant } from '../../src/shared/wire/time.ts';
import { somePeople } from './hub.ts';
import { shippedPlan, writePlan } from './plan.ts';
import { smallDictionaries } from './small-city.ts';
import { freshPlace } from './store-place.ts';

type Loose = Record<string, unknown>;

export interface TestDesk {
  readonly store: Store;
  readonly desk: Desk;
  /** what all seats are told */
  readonly shown: RoomData;
  readonly place: StorePlace;
  /** the hub's clock, ms; tests move it */
  readonly clock: { now: number };
  /** what lamps are not to be dimmed below, %, and what they are raised for; tests fill it */
  readonly light: {
    readonly floors: Map<string, number>;
    readonly needed: Map<string, { readonly ticket: TicketId; readonly level: number }>;
  };
  /** by which lamps burn: version 1 is the plan that comes with the program */
  readonly plans: LightingPlans;
  /** the accounts as they are now */
  readonly people: People;
  readonly failures: readonly unknown[];
  /** alarms that a transaction has named as changed */
  readonly touched: ReadonlySet<string>;
  /** sends commands of a seat at once and waits for all replies, in their order */
  ask(seat: string, ...commands: readonly Loose[]): Promise<readonly CommandReply[]>;
  /** signs in and gives a maker of whole commands for that session */
  signIn(seat: string, person: string): Promise<(parts: Loose) => Loose & { cmd: string }>;
  /** the accounts are now these, from now on */
  declare(people: typeof somePeople): Promise<void>;
  events(): Promise<readonly TicketEvent[]>;
  close(): Promise<void>;
}

/** Later than this nothing is recorded. */
export const LATE_MS = 72 * 3_600_000;
/** What a test desk can tell something. */
const KNOWN_UNITS: ReadonlySet<string> = new Set(['PM 12', 'PM 07', 'PM 14']);
export const START = Date.UTC(2026, 10, 24, 18);
export const someCamera = Camera.parse({
  v: 1,
  id: 'cam-1',
  name: 'Place de la Libération',
  domain: 'publicSpace',
  position: [5.0415, 47.3216],
  azimuth: 90,
  fieldOfView: 60,
  streams: [{ origin: 'http://127.0.0.1:8888', path: '/cam-1/index.m3u8' }],
});

export const someProcedure = Procedure.parse({
  id: 'malaise',
  version: 1,
  title: 'Malaise sur la voie publique',
  kinds: ['personDown'],
  steps: [
    { id: 'prevenir-samu', text: 'Prévenir le SAMU (15)', mandatory: true },
    {
      id: 'respire',
      text: 'Demander si la personne respire',
      ask: {
        question: 'Respire-t-elle ?',
        answers: [
          { id: 'oui', label: 'Oui' },
          { id: 'non', label: 'Non', steps: [{ id: 'masser', text: 'Guider le massage cardiaque' }] },
        ],
      },
    },
  ],
});
/** Line 17 rings at one seat, all others everywhere. */
export const callContext: CallContext = {
  newTicket: () => v7() as TicketId,
  timeZone: 'Europe/Paris',
  words: wordsIn('fr'),
  seatsOf: (line) => (line === '17' ? [SeatId.parse('seat-02')] : undefined),
};
/** Lamps of the small city's street that tests command. */
export const someLamps: ReadonlyMap<LampId, DictionaryLamp> = new Map(
  smallDictionaries
    .flatMap(({ lamps }) => lamps)
    .flatMap((lamp) => (lamp === null ? [] : [[lamp.id, lamp] as const])),
);

/** A real desk on a real store of its own, with a clock that the test moves. */
export async function openTestDesk(): Promise<TestDesk> {
  const { place, dispose } = await freshPlace();
  const store = await openStore(place, v7);
  const clock = { now: START };
  const declare = (persons: typeof somePeople) =>
    importPeople(
      store,
      persons.map((person) => Person.parse({ v: 1, ...person })),
      instant(clock.now),
    );
  let people = await declare(somePeople);
  const shown = new RoomData(ROOM_KINDS);
  const replies: CommandReply[] = [];
  const failures: unknown[] = [];
  const touched = new Set<string>();
  const light: TestDesk['light'] = { floors: new Map(), needed: new Map() };
  const plans = await LightingPlans.open({
    store,
    file: writePlan(shippedPlan()),
    timeZone: 'Europe/Paris',
    aheadMinutes: 0,
    dictionaries: smallDictionaries,
    streets: streetFacts([]),
    data: shown,
    teller: { want: () => {}, waiting: 0 },
    reach: new ProgramReach(shown),
    now: () => clock.now,
    log: createLog({ name: 'test', level: 'error', write: () => {} }),
  });
  const desk = new Desk({
    store,
    context: {
      get people() {
        return people;
      },
      knowsUnit: (id) => KNOWN_UNITS.has(id),
      data: shown,
      camera: (id) => (id === someCamera.id ? someCamera : undefined),
      procedure: (ref) => (ref.id === someProcedure.id && ref.version === 1 ? someProcedure : undefined),
      followed: (ticket) => (fits(someProcedure, ticket) ? someProcedure : undefined),
      calls: callContext,
      lamp: (id) => someLamps.get(id),
      districtOf: (id) =>
        smallDictionaries.find(({ lamps }) => lamps.some((lamp) => lamp?.id === id))?.district,
      lightFloors: () => (lamp) => light.floors.get(lamp.id) ?? 0,
      lightNeeded: (id) => light.needed.get(id),
      lightingPlans: plans,
      timeZone: 'Europe/Paris',
      lateMs: LATE_MS,
      viewMinutes: 60,
      files: USUAL_LIMITS,
      longestOverrideMs: 12 * 3_600_000,
      alarmTouched: (id) => touched.add(id),
    },
    now: () => clock.now,
    answer: (_seat, reply) => replies.push(reply),
    committed: () => {},
    failed: (error) => failures.push(error),
  });

  const ask: TestDesk['ask'] = async (seat, ...commands) => {
    replies.length = 0;
    for (const command of commands) {
      const parsed = parseCommand(command);
      if (!parsed.ok) throw new Error(`${parsed.field}: ${parsed.message}`);
      desk.submit(SeatId.parse(seat), parsed.command);
    }
    await desk.idle();
    return [...replies];
  };
  const make = (parts: Loose) => ({ v: 1, cmd: v7(), madeAt: instant(clock.now), ...parts });
  return {
    store,
    desk,
    shown,
    place,
    clock,
    light,
    plans,
    get people() {
      return people;
    },
    failures,
    touched,
    ask,
    signIn: async (seat, person) => {
      const [reply] = await ask(
        seat,
        make({ op: 'session.open', args: { session: v7(), person, proof: '' } }),
      );
      const session = reply?.session?.session;
      if (session === undefined) throw new Error(`no session: ${JSON.stringify(reply)}`);
      return (parts) => make({ session, ...parts });
    },
    declare: async (persons) => {
      people = await declare(persons);
    },
    events: async () => {
      const rows = await store.db.selectFrom('event').select('json').orderBy('seq').execute();
      return rows.map(({ json }) => JSON.parse(json) as TicketEvent);
    },
    close: async () => {
      await store.close();
      await dispose();
    },
  };
}
