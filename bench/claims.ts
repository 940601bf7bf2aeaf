import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { v7 } from 'uuid';
import { startBroker } from '../tests/support/broker.ts';
import { draft } from '../tests/support/foreign-seat.ts';
import { startHub } from '../tests/support/hub.ts';
import { BenchSeat } from './bench-seat.ts';
import { type Row, report } from './report.ts';

/**
 * `npm run bench:claims`: 75 seats claim tickets of one queue, from the command on its way to the hub's reply, at the
 * city's load and ten times that, with TCP_NODELAY at both ends and the broker and without; what the room takes at
 * most; and all seats that were away for 10,000 events, back at once. Run it alone.
 */
const SEATS = Array.from({ length: 75 }, (_, n) => `seat-${String(n + 1).padStart(2, '0')}`);
/** Commands a second of the whole room in a busy hour: each operator acts every quarter of a minute. */
const CITY = 5;
const ROUNDS = 3;
const ROUND_S = 8;
const FULL_S = 5;
const MISSED = 10_000;

interface Room {
  readonly seats: readonly BenchSeat[];
  stop(): Promise<void>;
}

async function open(noDelay: boolean): Promise<Room> {
  const dir = mkdtempSync(join(tmpdir(), 'vigie-bench-claims-'));
  const broker = await startBroker({ seats: SEATS, noDelay });
  const people = SEATS.map((seat) => ({
    id: `p-${seat}`,
    name: seat,
    role: 'operator' as const,
    domains: [],
  }));
  if (!noDelay) process.env.NODE_OPTIONS = `--import=${join(import.meta.dirname, 'without-nodelay.mjs')}`;
  const hub = startHub({
    brokerUrl: broker.url,
    password: broker.secrets.hub,
    dir,
    people,
    config: { desk: { commandsPerSecond: 10_000, commandBurst: 10_000 } },
  });
  delete process.env.NODE_OPTIONS;
  await hub.waitReady();
  const seats = await Promise.all(
    SEATS.map((id) => BenchSeat.connect(broker.url, id, broker.secrets[id] ?? '', noDelay)),
  );
  await Promise.all(seats.map((seat) => seat.signIn(`p-${seat.id}`)));
  return {
    seats,
    async stop() {
      await Promise.all(seats.map((seat) => seat.close()));
      await hub.stop();
      await broker.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

let turn = 0;
/** Somebody opens a ticket, somebody else claims it. @returns ms from the claim to the hub's reply */
async function claim({ seats }: Room): Promise<number> {
  const opener = seats[turn++ % seats.length]!;
  const claimer = seats[(turn * 7) % seats.length]!;
  const ticket = v7();
  await opener.ticket('ticket.create', ticket, 0, draft());
  const start = performance.now();
  const { code } = await claimer.ticket('ticket.claim', ticket, 1);
  if (code !== 'OK') throw new Error(`a claim was answered ${code}`);
  return performance.now() - start;
}

/** At a steady pace, whatever is still under way. */
async function atPace(room: Room, perSecond: number): Promise<readonly number[]> {
  const claims: Promise<number>[] = [];
  const start = performance.now();
  for (let n = 0; n < (perSecond / 2) * ROUND_S; n++) {
    await wait(Math.max(0, start + (n * 2_000) / perSecond - performance.now()));
    claims.push(claim(room));
  }
  return Promise.all(claims);
}

/** Each seat as fast as it is answered. @returns commands a second */
async function atFull(room: Room): Promise<number> {
  const end = performance.now() + FULL_S * 1_000;
  let commands = 0;
  await Promise.all(
    room.seats.map(async () => {
      while (performance.now() < end) {
        await claim(room);
        commands += 2;
      }
    }),
  );
  return commands / FULL_S;
}

const share = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
  Number.NaN;

const rooms = { ours: await open(true), rival: await open(false) };
const taken = { ours: new Map<string, number[]>(), rival: new Map<string, number[]>() };
const put = (whose: keyof typeof rooms, name: string, value: number) =>
  taken[whose].set(name, [...(taken[whose].get(name) ?? []), value]);
for (let round = 0; round < ROUNDS; round++) {
  for (const whose of round % 2 === 0 ? (['ours', 'rival'] as const) : (['rival', 'ours'] as const)) {
    for (const times of [1, 10]) {
      const ms = await atPace(rooms[whose], CITY * times);
      for (const part of [0.5, 0.95, 0.99]) put(whose, `p${part * 100} ${times}x`, share(ms, part));
    }
    put(whose, 'full', await atFull(rooms[whose]));
  }
}
await rooms.rival.stop();

const { seats } = rooms.ours;
for (let left = MISSED; left > 0; left -= seats.length)
  await Promise.all(seats.slice(0, left).map((seat) => seat.ticket('ticket.create', v7(), 0, draft())));
const catchUps: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const start = performance.now();
  const events = await Promise.all(seats.map((seat) => seat.catchUp(MISSED)));
  if (events.some((count) => count !== MISSED)) throw new Error(`a seat got ${events} events`);
  catchUps.push((performance.now() - start) / 1_000);
}
await rooms.ours.stop();

const GOALS: Readonly<Record<string, number>> = { p50: 10, p99: 150 };
const latency = (times: number): Row[] =>
  [0.5, 0.95, 0.99].map((part) => {
    const name = `p${part * 100}`;
    const key = `${name} ${times}x`;
    const goal = GOALS[name] ?? 150;
    const ours = taken.ours.get(key) ?? [];
    return {
      measure: `claim to reply, ${name}, ${CITY * times} commands/s`,
      unit: 'ms',
      ours,
      goal,
      good: 'at most',
    };
  });
const against = (times: number): Row => ({
  measure: `claim to reply, p50, ${CITY * times} commands/s, with TCP_NODELAY`,
  unit: 'ms',
  ours: taken.ours.get(`p50 ${times}x`) ?? [],
  rival: taken.rival.get(`p50 ${times}x`) ?? [],
  rivalName: 'without',
  goal: 1,
  good: 'at most',
});
const met = report('claims', [
  ...latency(1),
  ...latency(10),
  against(1),
  against(10),
  {
    measure: 'commands a second, 75 seats as fast as they are answered',
    unit: '1/s',
    ours: taken.ours.get('full') ?? [],
    rival: taken.rival.get('full') ?? [],
    rivalName: 'without TCP_NODELAY',
    // Small packets apart cost something where the room is full; what they buy is the latency above.
    goal: 0.8,
    good: 'at least',
  },
  {
    measure: '75 seats at once catch up 10,000 events',
    unit: 's',
    ours: catchUps,
    goal: 60,
    good: 'at most',
  },
]);
process.exit(met ? 0 : 1);
