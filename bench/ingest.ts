import { setTimeout as wait } from 'node:timers/promises';
import { connectAsync } from 'mqtt';
import { filters } from '../src/shared/wire/topic.ts';
import { startBroker } from '../tests/support/broker.ts';
import { type Follower, mosquittoSub, seat } from './ingest/followers.ts';
import { DISTRICTS, LAMP_FILTER, LAMPS, prepareCity, sayFrames, sayTopics } from './ingest/stream.ts';
import { type Row, report } from './report.ts';

/**
 * `npm run bench:ingest`: what a seat spends on lamps, from the broker's message to the batch for windows, against
 * `mosquitto_sub` and the bare MQTT library, which hear the same stream at the same time and do nothing with it; district frames against a JSON
 * topic for each lamp; and dusk, 34,000 changes at once, until the last of 75 listeners has them. Run it alone.
 */
const SEATS = Array.from({ length: 75 }, (_, n) => `seat-${String(n + 1).padStart(2, '0')}`);
const RUNS = 3;
/** whole districts, one after the other as fast as they are taken */
const ROUNDS = 60;
const STEADY_S = 10;
const TICKS_PER_S = 4;
/** of each district at each tick: 2,000 a second in all */
const CHANGES = Math.round(2_000 / TICKS_PER_S / DISTRICTS.length);

const broker = await startBroker({
  seats: SEATS,
  users: ['bench'],
  acl: `user bench\ntopic readwrite #\npattern read bench/#\n`,
});
const password = broker.secrets.bench ?? '';
const client = await connectAsync(broker.url, {
  protocolVersion: 5,
  clientId: 'bench',
  username: 'bench',
  password,
});
await prepareCity(client);
const heardBy = async (followers: readonly Follower[], say: () => void | Promise<void>) => {
  await Promise.all(followers.map(({ ready }) => ready));
  const start = performance.now();
  await say();
  const cpu = await Promise.all(followers.map(({ done }) => done));
  return { ms: performance.now() - start, cpu };
};

const taken = new Map<string, number[]>();
const put = (name: string, value = Number.NaN) => taken.set(name, [...(taken.get(name) ?? []), value]);
const of = (name: string): readonly number[] => taken.get(name) ?? [];

const frames = filters.districtDeltas;
for (let run = 0; run < RUNS; run++) {
  const flood = ROUNDS * DISTRICTS.length;
  const three = [
    seat(broker, 'seat-01', 'frames', flood),
    mosquittoSub(broker, 'seat-02', frames, flood),
    seat(broker, 'seat-03', 'bare', flood),
  ];
  const { cpu } = await heardBy(three, () => {
    for (let seq = 1; seq <= ROUNDS; seq++) sayFrames(client, seq, LAMPS);
  });
  put('flood', cpu[0]);
  put('flood, mosquitto_sub', cpu[1]);
  put('flood, library', cpu[2]);

  const steady = STEADY_S * TICKS_PER_S;
  const paced = await heardBy([seat(broker, 'seat-01', 'frames', steady * DISTRICTS.length)], async () => {
    for (let seq = 1; seq <= steady; seq++) {
      sayFrames(client, seq, CHANGES);
      await wait(1_000 / TICKS_PER_S);
    }
  });
  put('steady', paced.cpu[0]! / (STEADY_S * 10));

  const framed = await heardBy([seat(broker, 'seat-01', 'frames', DISTRICTS.length)], () =>
    sayFrames(client, 1, LAMPS),
  );
  put('once, frames', framed.cpu[0]);
  const lamps = DISTRICTS.length * LAMPS;
  const topical = await heardBy([seat(broker, 'seat-01', 'topics', lamps)], () =>
    sayTopics(client, 0, LAMPS),
  );
  put('once, topics', topical.cpu[0]);

  const all = (filter: string, count: number, qos: 0 | 1) =>
    SEATS.map((id) => mosquittoSub(broker, id, filter, count, qos));
  put(
    'dusk, frames',
    (await heardBy(all(frames, DISTRICTS.length, 0), () => sayFrames(client, 1, LAMPS))).ms,
  );
  // A tenth of the city: 75 times 34,000 messages take the broker minutes. At QoS 0 it drops what so many can't take in
  // time, so that the rival would never be through.
  const tenth = LAMPS / 10;
  put(
    'tenth, frames',
    (await heardBy(all(frames, DISTRICTS.length, 0), () => sayFrames(client, 1, tenth))).ms,
  );
  const few = DISTRICTS.length * tenth;
  put('tenth, topics', (await heardBy(all(LAMP_FILTER, few, 1), () => sayTopics(client, 1, tenth))).ms);
}
await client.endAsync();
await broker.stop();

const atMost = (goal: number) => ({ goal, good: 'at most' }) as const;
const rows: readonly Row[] = [
  {
    measure: `${ROUNDS * DISTRICTS.length} frames of 1,000 lamps as fast as they come, CPU of a seat`,
    unit: 'ms',
    ours: of('flood'),
    rival: of('flood, mosquitto_sub'),
    rivalName: 'mosquitto_sub, same stream',
    ...atMost(3),
  },
  {
    measure: `${ROUNDS * DISTRICTS.length} frames of 1,000 lamps read and kept, CPU of a seat`,
    unit: 'ms',
    ours: of('flood'),
    rival: of('flood, library'),
    rivalName: 'mqtt.js alone, same stream',
    ...atMost(1.5),
  },
  { measure: '2,000 changes a second, CPU of a seat', unit: '% of a core', ours: of('steady'), ...atMost(5) },
  {
    measure: '34,000 lamps change once, CPU of a seat',
    unit: 'ms',
    ours: of('once, frames'),
    rival: of('once, topics'),
    rivalName: 'a JSON topic for each lamp',
    ...atMost(0.1),
  },
  {
    measure: '34,000 lamps change at once, until the last of 75 listeners has them',
    unit: 'ms',
    ours: of('dusk, frames'),
    ...atMost(1_000),
  },
  {
    measure: '3,400 lamps change at once, until the last of 75 listeners has them',
    unit: 'ms',
    ours: of('tenth, frames'),
    rival: of('tenth, topics'),
    rivalName: 'a JSON topic for each lamp, QoS 1',
    ...atMost(0.1),
  },
];
process.exitCode = report('ingest', rows) ? 0 : 1;
