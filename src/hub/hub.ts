import type { Log } from '../node/log/log.ts';
import type { Link } from '../node/mqtt/link.ts';
import { listen } from '../node/process/listen.ts';
import type { StorageError } from '../node/sqlite/errors.ts';
import { holdPlace } from '../node/sqlite/hold.ts';
import type { SeatId } from '../shared/ids.ts';
import { instant } from '../shared/wire/time.ts';
import { topics } from '../shared/wire/topic.ts';
import { AdviceTallies } from './advice/tallies.ts';
import type { Base } from './base.ts';
import { type HubConfig, placeOf } from './config.ts';
import { openRoomData } from './configured-data.ts';
import { openDesk } from './desk/open.ts';
import { Seats } from './desk/seats.ts';
import { type AtBroker, connectBroker } from './edge/at-broker.ts';
import { answerEnergy } from './energy/answer.ts';
import { fieldQuotas, openFieldDoors } from './field-doors.ts';
import { openFileDoor } from './files/door.ts';
import { Metrics } from './http/metrics.ts';
import { createHttp } from './http/server.ts';
import { importAll } from './imports.ts';
import { StagedImports } from './inventory/staged-imports.ts';
import { startJobs } from './jobs.ts';
import { JournalWatch } from './journal/watch.ts';
import { showSelections } from './kept-selections/keep.ts';
import { answerHistory } from './lamp-history/answer.ts';
import { assembleLighting } from './lighting/assemble.ts';
import { openOutside } from './outside.ts';
import { answerPastDesk } from './past/answer.ts';
import { SHIPPED } from './procedures/read-folder.ts';
import { ProcedureShelf } from './procedures/shelf.ts';
import { consultedBy } from './query/consulted.ts';
import { showViews } from './queue-views/keep.ts';
import { Readiness } from './readiness.ts';
import { showRefusals } from './refusals/keep.ts';
import { HeadTicker } from './relay/head.ts';
import { Relay } from './relay/relay.ts';
import { commandQuota, openRoomDoors } from './room-doors.ts';
import { showShifts } from './shifts/keep.ts';
import { statusOf } from './status.ts';
import { awaitStore } from './store/await-store.ts';
import { StoreHealth } from './store/health.ts';
import { openRoomStore } from './store/room-store.ts';
import type { Store } from './store/store.ts';
import { UnitDesk } from './units/unit-desk.ts';
import { wantedOnBroker } from './wanted-on-broker.ts';

export interface HubOptions {
  readonly config: HubConfig;
  readonly log: Log;
  /** the store was restored from a backup: what seats know of its epoch no longer holds */
  readonly newEpoch: boolean;
  /** the store is damaged: the hub must not go on */
  readonly onDamaged: (error: StorageError) => void;
}

export interface Hub {
  /** what it stands on, for the log; `http` is the real port of /health and /metrics */
  readonly facts: { readonly http: number } & Readonly<Record<string, string | number>>;
  /** resolves when a command that a seat sends is answered: never, while there is no broker */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Puts the hub together and opens its doors: the one place where desk, relay, lighting, units and intake meet, which
 * do not know of each other.
 * @throws ConfigError, StorageError, ListenError
 */
export async function startHub({ config, log, newEpoch, onDamaged }: HubOptions): Promise<Hub> {
  const place = placeOf(config);
  // A database is held by a lock of its own.
  const letGo = typeof place === 'string' ? holdPlace(`${place}.lock`) : () => {};
  const open = () => openRoomStore(place, newEpoch, log);
  const store = await awaitStore(open, { config, log, now: Date.now });
  const close = async () => {
    await store.close();
    letGo();
  };
  try {
    const hub = await assemble(store, config, log, onDamaged);
    return { ...hub, stop: () => hub.stop().finally(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function assemble(
  store: Store,
  config: HubConfig,
  log: Log,
  onDamaged: HubOptions['onDamaged'],
): Promise<Hub> {
  const now = Date.now;
  const imported = await importAll(store, config, instant(now()), log);
  const { people, inventory, cameras } = imported;
  const health = new StoreHealth(log, now, onDamaged);
  const metrics = new Metrics();
  const data = openRoomData(config);
  const failed = (error: unknown, what: string) => {
    metrics.failure(what);
    health.failed(error, what);
  };
  const committed = () => {
    health.worked();
    relay.wake();
    units.wake();
    answers.wake();
    faults.show();
  };
  const base: Base = { store, config, data, metrics, now, committed, failed, log };

  const publish: Link['publish'] = (topic, payload, how) => broker.link.publish(topic, payload, how);
  const send = (topic: string, payload: string) => publish(topic, payload, { qos: 1 });
  const reply = (seat: SeatId, payload: string) => send(topics.reply(seat), payload);

  const readiness = new Readiness();
  const head = new HeadTicker(store.epoch, now, (said) => {
    void publish(topics.head(), JSON.stringify(said), { qos: 0, retain: true }).then(({ ok }) => {
      if (ok) readiness.reached('head');
    });
  });
  const relay = await Relay.create({
    store,
    log,
    publish: (json) => send(topics.event(), json),
    published: metrics.events,
    drained: (seq) => head.reached(seq),
  });
  const seats = new Seats(() => performance.now());
  const journals = new JournalWatch(store, log);
  const procedures = await ProcedureShelf.open({ ...base, folder: config.procedures ?? SHIPPED });
  const tallies = new AdviceTallies(store, data, now);
  const units: UnitDesk = await UnitDesk.create({
    ...base,
    send: (topic, payload, messageExpiry) => publish(topic, payload, { qos: 1, messageExpiry }),
  });
  const outside = await openOutside({ ...base, send });
  const { calls, intake, switchboard, answers } = outside;
  const linkUp = () => broker.link.state.kind === 'up';
  const lights = await assembleLighting(inventory, { ...base, calls, publish, linkUp });
  const { lighting, faults, plans, live, history } = lights;
  const desk = openDesk({
    ...base,
    ...outside,
    ...lights,
    people,
    cameras,
    units,
    procedures,
    tallies,
    reply: (seat, said) => void reply(seat, JSON.stringify(said)),
  });
  await showShifts(store.db, data, instant(now()));
  await showRefusals(store.db, data);
  await showViews(store, people, data, instant(now()));
  await showSelections(store, people, data, instant(now()));

  const parts = { ...base, health, readiness, relay, desk, lighting, journals, procedures, plans };
  const status = statusOf({ ...parts, broker: () => broker });
  metrics.watch(status.standing);
  const http = createHttp({
    health: status.health,
    metrics: async () => ({ type: metrics.registry.contentType, text: await metrics.registry.metrics() }),
    token: config.http.token,
    hosts: config.http.hosts,
    now,
  });
  const httpPort = await listen(http, config.http, 'http.port');

  // From here to the end nothing waits: the link must not come up before all its subscriptions are there.
  const broker: AtBroker = connectBroker({ config, counted: metrics.rejected, now, log });
  const { link, inbox } = broker;
  const closeLights = lights.openLights(broker);
  units.start(inbox);
  openFieldDoors(inbox, intake, fieldQuotas(config));
  openRoomDoors(inbox, {
    ...base,
    desk,
    seats,
    journals,
    commandQuota: commandQuota(config),
    reply,
    consulted: (seat, at) => consultedBy({ store, people }, seat, at),
    history: (seat, query, at) => answerHistory({ store, people, history }, seat, query, at),
    pastDesk: (seat, query, at) => answerPastDesk({ store, people }, seat, query, at),
    energy: (seat, query, at) =>
      answerEnergy(
        { store, people, timeZone: config.timeZone, aheadMinutes: config.lighting.aheadMinutes },
        seat,
        query,
        at,
      ),
    came: () => lighting.seatCame(),
  });
  openFileDoor(inbox, { ...base, people, reply });
  broker.stand({
    wanted: wantedOnBroker(imported),
    data: [live, data],
    settled: () => {
      lights.settled();
      readiness.reached('order');
    },
    up: () => {
      seats.linkUp();
      relay.wake();
      answers.wake();
    },
    down: () => {
      seats.linkDown();
      lights.lost();
      readiness.lost();
    },
  });
  const imports = new StagedImports({ ...base, live });
  const stopJobs = startJobs({
    ...base,
    seats,
    faults,
    plans,
    imports,
    procedures,
    switchboard,
    tallies,
    health,
  });

  return {
    facts: {
      http: httpPort,
      epoch: store.epoch,
      seq: store.seq,
      lamps: lighting.lamps,
      cameras: cameras.size,
      procedures: procedures.counts.current,
    },
    ready: readiness.first,
    stop: async () => {
      await stopJobs();
      await closeLights();
      head.stop();
      data.close();
      await Promise.all([desk.idle(), intake.idle(), units.stop()]);
      await answers.stop();
      await relay.stop();
      // The broker publishes the will at the end of the link: the hub is away.
      await link.close();
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}
