import { readLogin } from '../node/config/login.ts';
import type { Log } from '../node/log/log.ts';
import { connectLink } from '../node/mqtt/link.ts';
import { startCameraFarm } from './cameras/farm/farm.ts';
import { CameraHealthReports } from './cameras/health.ts';
import { readyLoops } from './cameras/setup.ts';
import { CityClock } from './clock/city-clock.ts';
import type { CityConfig } from './config.ts';
import { followHub } from './follow-hub.ts';
import { FieldGateway } from './lamps/gateway.ts';
import { LampFleet } from './lamps/lamp-fleet.ts';
import { Mishaps } from './lamps/mishaps.ts';
import { LampOrders } from './lamps/orders.ts';
import { PresenceWave } from './lamps/presence-wave.ts';
import { Programmes } from './lamps/programmes.ts';
import { quirksOf } from './lamps/quirks.ts';
import { Walkers } from './lamps/walkers.ts';
import { buildPlan, lookupOf } from './plan/index.ts';
import { RequestAuthor } from './requests/author.ts';
import { Switchboard } from './requests/switchboard.ts';
import { Telephone } from './requests/telephone.ts';
import { Fleet } from './units/fleet.ts';

const KEEPALIVE = 10;

export interface CityOptions {
  readonly config: CityConfig;
  readonly log: Log;
  readonly say: (text: string) => void;
  readonly now: () => number;
}

/** Something that was started. */
interface Part {
  close(): void | Promise<void>;
}

/**
 * Starts the demo city: lamps that follow the night, people who call, units that drive, cameras that see.
 * @returns what ends it all
 * @throws ConfigError, LoopError, ListenError
 */
export async function startCity({ config, log, say, now }: CityOptions): Promise<() => Promise<void>> {
  const { seed, lamps, units, requests, cameras } = config;
  // First: cameras are not drawn for minutes by a program that then can't sign in.
  const login = readLogin(config);
  const plan = buildPlan(seed);
  const lookup = lookupOf(plan);
  const clock = new CityClock(config.clock.start, config.clock.speed, now());
  const loops = cameras === undefined ? [] : await readyLoops(cameras, say, process.stdout.isTTY);
  const farm = cameras === undefined ? undefined : await startCameraFarm({ ...cameras, loops, now });

  const link = connectLink({
    brokers: config.brokers,
    clientId: `city-${seed}`,
    ...login,
    keepalive: KEEPALIVE,
    log,
  });
  const following = followHub({ link, config, random: Math.random, now });
  const programmes = new Programmes({ link, plan, tempers: lamps, now });
  const wave = new PresenceWave(plan, lookup);
  const fleet = new LampFleet(plan, lamps.faulty, clock.now(now()), {
    programmes,
    wave,
    quirks: quirksOf(plan, lamps),
  });
  const walkers = new Walkers(plan, lookup, lamps.walkers);
  const gateway = new FieldGateway({ link, plan, fleet, walkers, clock, heartbeat: lamps.heartbeat, now });
  const orders = new LampOrders({ link, plan, fleet, tempers: lamps, now });
  const speed = clock.speed;
  const mishaps = new Mishaps({
    plan,
    lookup,
    fleet,
    gateway,
    link,
    ...lamps,
    speed,
    log,
    now,
  });
  const series = requests.series ?? new Date(now()).toISOString().slice(0, 16);
  const author = new RequestAuthor(plan, lookup, series);
  const switchboard = new Switchboard({ link, author, clock, seed, log, now, ...requests });
  const unitFleet = new Fleet({ link, plan, lookup, manners: units, speed, log, now });
  const { ringsPerHour } = requests;
  const telephone = new Telephone({ link, clock, ringsPerHour, seed, series, now });
  const parts: Part[] = [
    link,
    following,
    telephone,
    gateway,
    orders,
    programmes,
    mishaps,
    switchboard,
    unitFleet,
  ];
  if (farm !== undefined) parts.push(farm, new CameraHealthReports(farm, link, now));
  log.info(
    { lamps: plan.lamps.length, units: unitFleet.size, cameras: loops.length, camerasAt: farm?.origin },
    'the city lives',
  );
  return async () => {
    for (const part of parts.toReversed()) await part.close();
  };
}
