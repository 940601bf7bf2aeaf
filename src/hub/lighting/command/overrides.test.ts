import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDesk, START, someLamps, type TestDesk } from '../../../../tests/support/hub-desk.ts';
import { lampId } from '../../../../tests/support/small-city.ts';
import type { CabinetId, CommandId, LampId, PersonId, SeatId, TicketId } from '../../../shared/ids.ts';
import type { LampOverride, LampSelection } from '../../../shared/lamp/override.ts';
import type { CabinetOrder } from '../../../shared/wire/lamp-order.ts';
import { instant } from '../../../shared/wire/time.ts';
import { readStandings, writeOrder, writeRelease, writeResend } from './file.ts';
import { Overrides } from './overrides.ts';
import { begin } from './track.ts';

const STREET = 'rue Monge';
const CABINET = `ARM-${STREET}` as CabinetId;
const IDS = [0, 1, 2].map((n) => lampId(STREET, n) as LampId);
const MINUTE = 60_000;
const FOLLOW = 10_000;

let room: TestDesk;
/** what gateways were sent */
let letters: { readonly topic: string; readonly order: CabinetOrder }[];
let shown: Map<string, LampOverride>;
let link: { up: boolean; takes: boolean };
let marks: Map<LampId, readonly [command: number, override: boolean, behind: boolean]>;
let overrides: Overrides;
/** what lamps have last said */
let floors: Map<LampId, number>;
let last: { level: number; age: number; sound: boolean };

const open = async () => {
  overrides = new Overrides({
    store: room.store,
    lamps: {
      lastOf: () => ({ level: last.level, at: room.clock.now - last.age, sound: last.sound }),
      cabinetOf: (id) => someLamps.get(id)?.cabinet,
      placeOf: () => undefined,
      mark: (id, { command, override, behind }) => marks.set(id, [command, override, behind]),
    },
    data: {
      put: (kind, value) => void (kind === 'override' && shown.set(value.id, value as LampOverride)),
      remove: (_kind, id) => void shown.delete(id),
    },
    send: async (topic, payload) => {
      if (!link.takes) return { ok: false, reason: 'timeout' };
      letters.push({ topic, order: JSON.parse(payload) });
      return { ok: true, noSubscribers: false };
    },
    linkUp: () => link.up,
    floors: () => (lamp) => floors.get(lamp) ?? 0,
    rule: { perSecond: 1_000, followMs: FOLLOW, freshMs: 60 * MINUTE, longestMs: 12 * 60 * MINUTE },
    committed: () => {},
    now: () => room.clock.now,
  });
  await overrides.load();
};
/** Lets time pass, then does what is due. */
const pass = async (ms: number) => {
  room.clock.now += ms;
  await overrides.turn();
};
const order = async (
  lamps: readonly LampId[] = IDS,
  ticket?: TicketId,
  selection?: LampSelection,
): Promise<CommandId> => {
  const id = v7() as CommandId;
  const at = instant(room.clock.now);
  const until = instant(room.clock.now + 30 * MINUTE);
  const expiresAt = instant(room.clock.now + 30_000);
  const who = { person: 'p-1' as PersonId, seat: 'seat-01' as SeatId, street: STREET };
  const of = { ...who, ...(ticket && { ticket }), ...(selection && { selection }) };
  const track = begin(
    { id, ...of, level: 1, at, until, expiresAt },
    lamps.map((lamp) => [lamp, {}]),
  );
  await room.store.write(({ tx }) => writeOrder(tx, track));
  overrides.stir();
  return id;
};
const seen = (level: number, ...lamps: readonly LampId[]) => {
  for (const lamp of lamps) overrides.observed(lamp, level, room.clock.now);
};

beforeEach(async () => {
  room = await openTestDesk();
  letters = [];
  shown = new Map();
  marks = new Map();
  floors = new Map();
  link = { up: true, takes: true };
  last = { level: 40, age: MINUTE, sound: true };
  await open();
});
afterEach(() => room.close());

describe('an order', () => {
  it('leaves once, for all lamps of a cabinet, and is followed until each is seen to obey', async () => {
    const id = await order();
    await pass(200);
    expect(letters).toEqual([
      {
        topic: `city/v1/cabinet/${CABINET}/cmd`,
        order: expect.objectContaining({ cmd: id, lamps: IDS, level: 1 }),
      },
    ]);
    expect(shown.get(id)).toMatchObject({ commanded: 3, acknowledged: 0, observed: 0, judged: false });
    overrides.answer(id, { cabinet: CABINET }, (lamp) => (lamp === IDS[2] ? 'LOCKED' : undefined));
    await pass(200);
    expect(shown.get(id)).toMatchObject({ commanded: 3, acknowledged: 2, troubles: 1 });
    seen(100, IDS[0]!, IDS[1]!);
    await pass(200);
    expect(shown.get(id)).toMatchObject({ observed: 2, judged: true });
    expect(IDS.map((lamp) => marks.get(lamp))).toEqual([
      [0, true, false],
      [0, true, false],
      [3, false, true],
    ]);
    await pass(MINUTE);
    expect(letters).toHaveLength(1);
  });

  it('is seen to be obeyed by those that burned so, once their gateway has taken it; they are no trouble', async () => {
    last = { level: 98, age: MINUTE, sound: true };
    const id = await order();
    await pass(200);
    expect(shown.get(id)).toMatchObject({ commanded: 3, observed: 0 });
    overrides.answer(id, { cabinet: CABINET }, (lamp) => (lamp === IDS[2] ? 'LOCKED' : undefined));
    await pass(200);
    expect(shown.get(id)).toMatchObject({ observed: 2, already: 2, judged: true, troubles: 1 });
    expect(marks.get(IDS[0]!)).toEqual([0, true, false]);
    seen(40, IDS[0]!);
    await pass(200);
    expect(shown.get(id)).toMatchObject({ observed: 1, already: 1, troubles: 2 });
  });

  it('waits for a word of those whose last one is old, and believes none that is out of order', async () => {
    last = { level: 100, age: 61 * MINUTE, sound: true };
    const id = await order();
    await pass(200);
    overrides.answer(id, { cabinet: CABINET }, () => undefined);
    await pass(FOLLOW);
    expect(shown.get(id)).toMatchObject({ judged: true, observed: 0, awaited: 3, troubles: 0 });
    seen(100, IDS[0]!);
    seen(40, IDS[1]!);
    await pass(200);
    expect(shown.get(id)).toMatchObject({ observed: 1, awaited: 1, troubles: 1 });
    last = { level: 100, age: MINUTE, sound: false };
    const dark = await order();
    await pass(200);
    overrides.answer(dark, { cabinet: CABINET }, () => undefined);
    await pass(FOLLOW);
    expect(shown.get(dark)).toMatchObject({ observed: 0, troubles: 3 });
  });

  it('is said again to those that have not followed, once, also by a hub that starts anew', async () => {
    const id = await order();
    await pass(200);
    overrides.answer(id, { cabinet: CABINET }, (lamp) => (lamp === IDS[2] ? 'LOCKED' : undefined));
    seen(100, IDS[0]!);
    await pass(FOLLOW);
    expect(shown.get(id)).toMatchObject({ judged: true, observed: 1, troubles: 2 });
    const cmd = v7() as CommandId;
    const at = instant(room.clock.now);
    const expiresAt = instant(room.clock.now + 30_000);
    await room.store.write(({ tx }) => writeResend(tx, id, { cmd, at, expiresAt, floors: [] }));
    overrides.stir();
    await pass(200);
    expect(letters.slice(1).map(({ order }) => [order.cmd, order.lamps])).toEqual([[cmd, IDS.slice(1)]]);
    expect(shown.get(id)).toMatchObject({ lamps: 3, commanded: 3, troubles: 0, judged: false, resentAt: at });
    await open();
    overrides.answer(cmd, { cabinet: CABINET }, () => undefined);
    seen(100, IDS[1]!, IDS[2]!);
    await pass(200);
    expect(letters).toHaveLength(2);
    expect(shown.get(id)).toMatchObject({ observed: 3, judged: true, troubles: 0 });
  });

  it('says what a ticket has raised a lamp to, until it is given back', async () => {
    const ticket = v7() as TicketId;
    const id = await order([IDS[0]!], ticket);
    await order([IDS[1]!]);
    await pass(200);
    expect(IDS.map((lamp) => overrides.neededAt(lamp))).toEqual([
      { ticket, level: 100 },
      undefined,
      undefined,
    ]);
    const at = instant(room.clock.now);
    const release = { cmd: v7() as CommandId, at, expiresAt: instant(room.clock.now + 30_000) };
    await room.store.write(({ tx }) => writeRelease(tx, id, release));
    overrides.stir();
    await pass(200);
    expect(overrides.neededAt(IDS[0]!)).toBeUndefined();
  });

  it('that the broker did not take is sent again, until it expires; then it is named and gone', async () => {
    link.takes = false;
    const id = await order();
    await pass(200);
    await pass(200);
    expect(shown.get(id)).toMatchObject({ commanded: 0 });
    link.takes = true;
    await pass(30_000);
    expect(letters).toEqual([]);
    expect(shown.size).toBe(0);
    expect(await readStandings(room.store.db)).toEqual([]);
  });

  it('of which a part has left keeps the part that never did, named with why, until its end', async () => {
    const selection = { id: v7(), name: 'Toute la ville' };
    await order([IDS[0]!], undefined, selection);
    await pass(200);
    link.takes = false;
    const lost = await order([IDS[1]!], undefined, selection);
    await pass(200);
    link.takes = true;
    await pass(30_000);
    expect(letters).toHaveLength(1);
    expect(shown.get(lost)).toMatchObject({ troubles: 1, named: [{ lamp: IDS[1], why: 'unsent' }] });
    await pass(30 * MINUTE);
    expect(shown.has(lost)).toBe(false);
  });

  it('waits for the link, and never leaves late', async () => {
    link.up = false;
    await order();
    await pass(29_000);
    link.up = true;
    await pass(2_000);
    expect(letters).toEqual([]);
  });

  it('goes on in a hub that starts anew: what had left does not leave again, what is seen then counts', async () => {
    const id = await order();
    await pass(200);
    overrides.answer(id, { cabinet: CABINET }, () => undefined);
    await pass(200);
    await open();
    expect(shown.get(id)).toMatchObject({ acknowledged: 3, observed: 0 });
    seen(100, ...IDS);
    await pass(200);
    expect(shown.get(id)).toMatchObject({ observed: 3, judged: true });
    expect(letters).toHaveLength(1);
  });
});

describe('the end', () => {
  const running = async () => {
    const id = await order();
    await pass(200);
    overrides.answer(id, { cabinet: CABINET }, () => undefined);
    seen(100, ...IDS);
    await pass(200);
    return id;
  };

  it('is the gateways’ own; nothing is said to them while they go back', async () => {
    const id = await running();
    await pass(30 * MINUTE);
    expect(shown.get(id)).toMatchObject({ phase: 'release', observed: 0 });
    seen(40, ...IDS);
    await pass(200);
    expect(letters).toHaveLength(1);
    expect(shown.size).toBe(0);
    expect(IDS.map((lamp) => marks.get(lamp))).toEqual(IDS.map(() => [0, false, false]));
  });

  it('is told to those that stay as they were', async () => {
    await running();
    await pass(30 * MINUTE);
    seen(40, IDS[0]!, IDS[1]!);
    await pass(FOLLOW);
    expect(letters.at(-1)?.order).toMatchObject({ release: true, lamps: [IDS[2]] });
    seen(40, IDS[2]!);
    await pass(200);
    expect(shown.size).toBe(0);
  });

  it('comes earlier where somebody gives them back', async () => {
    const id = await running();
    const release = {
      cmd: v7() as CommandId,
      at: instant(room.clock.now),
      expiresAt: instant(room.clock.now + 30_000),
    };
    await room.store.write(({ tx }) => writeRelease(tx, id, release));
    overrides.stir();
    await pass(200);
    expect(letters.at(-1)?.order).toMatchObject({ cmd: release.cmd, release: true, lamps: IDS });
    seen(40, ...IDS);
    await pass(200);
    expect(shown.size).toBe(0);
    expect(START).toBeLessThan(room.clock.now);
  });
});
