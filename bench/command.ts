import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBroker } from '../tests/support/broker.ts';
import { inventory, lamps, streets } from './command/city.ts';
import { startField, Watcher } from './command/field.ts';
import { measureImport } from './command/importing.ts';
import { measureJudging } from './command/judging.ts';
import { type Ordered, orderCity } from './command/order-city.ts';
import { heard, openHub, openSeats, SEATS } from './command/room.ts';
import { type Row, report } from './report.ts';

/**
 * `npm run bench:command`: every lamp of the demo city commanded at once, through a real broker, hub and gateways, from
 * the first command to the last lamp that is seen to have followed; what gateways and broker carry in the worst second,
 * and what others wait for meanwhile. As the hub paces it, and as fast as it can. Then the whole city judged in one pass,
 * and a first import beside a hub that runs. `--short` is one round that only shows whether it runs. Run it alone.
 */
const ROUNDS = process.argv.includes('--short') ? 1 : 3;
const UNPACED = 100_000;

const dir = mkdtempSync(join(tmpdir(), 'vigie-bench-command-'));
const folder = (name: string): string => {
  const path = join(dir, name);
  mkdirSync(path);
  return path;
};
const judging = measureJudging();
const broker = await startBroker({ seats: SEATS, users: ['bench'], acl: 'user bench\ntopic read #\n' });
const importing = await measureImport(broker, folder('import'));
const endField = startField(broker, folder('city'));
const watcher = await Watcher.connect(broker);

/** Each order is a change for every lamp, the first of a hub after the last of the one before too. */
let level = 0.6;
async function rounds(name: string, lighting: object): Promise<readonly Ordered[]> {
  const hub = await openHub(broker, folder(name), { dictionaries: inventory, streets, config: { lighting } });
  await heard(hub, lamps.length);
  const seats = await openSeats(broker);
  const taken: Ordered[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    level = level === 1 ? 0.6 : 1;
    taken.push(await orderCity(hub, seats, watcher, lamps, level));
  }
  await Promise.all(seats.map((seat) => seat.close()));
  await hub.stop();
  return taken;
}
const paced = await rounds('paced', {});
const unpaced = await rounds('unpaced', { ordersPerSecond: UNPACED });
await watcher.close();
await endField();
await broker.stop();
rmSync(dir, { recursive: true, force: true });

const of = (all: readonly Ordered[], what: Exclude<keyof Ordered, 'claims'>) => all.map((one) => one[what]);
const share = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
  Number.NaN;
/** Pacing takes longer, and is to be gentler. */
const against = (
  measure: string,
  unit: string,
  what: Exclude<keyof Ordered, 'claims'>,
  goal: number,
): Row => ({
  ...{ measure: `34,000 lamps at once: ${measure}`, unit, goal, good: 'at most' },
  ...{ ours: of(paced, what), rival: of(unpaced, what), rivalName: 'unpaced' },
});
const alone = (measure: string, unit: string, ours: readonly number[], goal: number): Row => ({
  ...{ measure, unit, ours, goal, good: 'at most' },
});
const claims = (all: readonly Ordered[], part: number) => all.map((one) => share(one.claims, part));
const rows: readonly Row[] = [
  alone('34,000 lamps at once: until all gateways are told', 's', of(paced, 'told'), 30),
  alone('34,000 lamps at once: until all have acknowledged', 's', of(paced, 'acknowledged'), 35),
  alone('34,000 lamps at once: until all are observed', 's', of(paced, 'observed'), 45),
  against('until all are observed', 's', 'observed', 4),
  against('orders to one gateway in its worst second', '1/s', 'gatewayMessages', 1),
  against('bytes to one gateway in its worst second', 'B/s', 'gatewayBytes', 1),
  against('messages of the field at the broker in its worst second', '1/s', 'brokerMessages', 1),
  against('bytes of the field at the broker in its worst second', 'B/s', 'brokerBytes', 1),
  against('the hub kept others waiting, longest', 'ms', 'delayMax', 1),
  alone('34,000 lamps at once: the hub kept others waiting, p99', 'ms', of(paced, 'delayP99'), 50),
  alone('34,000 lamps at once: the hub kept others waiting, longest', 'ms', of(paced, 'delayMax'), 150),
  {
    ...alone('claim to reply meanwhile, p99', 'ms', claims(paced, 0.99), 1),
    ...{ rival: claims(unpaced, 0.99), rivalName: 'unpaced' },
  },
  alone('claim to reply meanwhile, p50', 'ms', claims(paced, 0.5), 25),
  alone('claim to reply meanwhile, p99', 'ms', claims(paced, 0.99), 150),
  alone('34,000 reports judged as they come, hub’s thread', 'ms', judging.reports, 500),
  {
    ...alone('34,000 dark lamps judged in one pass, hub’s thread', 'ms', judging.pass, 0.1),
    rival: judging.naive,
    rivalName: 'each lamp reckons its night',
  },
  alone('34,000 dark lamps judged in one pass, hub’s thread', 'ms', judging.pass, 50),
  alone('first import of 34,000 lamps: command to hub', 's', [importing.seconds], 30),
  alone('first import of 34,000 lamps: the hub kept others waiting, longest', 'ms', [importing.max], 150),
];
process.exit(report('command', rows) ? 0 : 1);
