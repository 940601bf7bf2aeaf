import { randomUUID } from 'node:crypto';
import type { Log } from '../node/log/log.ts';
import type { Link } from '../node/mqtt/link.ts';
import { listen } from '../node/process/listen.ts';
import type { StorageError } from '../node/sqlite/errors.ts';
import { holdPlace } from '../node/sqlite/hold.ts';
import { InputCounter } from '../shared/input-counter.ts';
import type { HubPresence } from '../shared/wire/presence.ts';
import { instant } from '../shared/wire/time.ts';
import { topics } from '../shared/wire/topic.ts';
import { AdviceTallies } from './advice/tallies.ts';
import { type HubConfig, placeOf } from './config.ts';
import { openRoomData } from './configured-data.ts';
import { Desk } from './desk/desk.ts';
import { Seats } from './desk/seats.ts';
import { connectHub } from './edge/connect.ts';
import { Inbox } from './edge/inbox.ts';
import { keepOnBroker } from './edge/keep-on-broker.ts';
import { fieldQuotas, openFieldDoors } from './field-doors.ts';
import { Metrics } from './http/metrics.ts';
import { createHttp } from './http/server.ts';
import { importAll } from './imports.ts';
import { startJobs } from './jobs.ts';
import { JournalWatch } from './journal/watch.ts';
import { assembleLighting } from './lighting/assemble.ts';
import { overrideRule } from './lighting/rule.ts';
import { openOutside } from './outside.ts';
import { SHIPPED } from './procedures/read-folder.ts';
import { ProcedureShelf } from './procedures/shelf.ts';
import { Readiness } from './readiness.ts';
import { showRefusals } from './refusals/keep.ts';
import { HeadTicker } from './relay/head.ts';
import { Relay } from './relay/relay.ts';
import { openRoomDoors } from './room-doors.ts';
import { showShifts } from './shifts/keep.ts';
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
 * Puts the hub together and opens its doors. Why so long: what the hub is made of does not know of each other, and this
 * is the one place where desk, relay, lighting, units and intake meet.
 * @throws ConfigError, StorageError, ListenError
 */
export async function startHub({ config, log, newEpoch, onDamaged }: HubOptions): Promise<Hub> {
  const place = placeOf(config);
  // A database is held by a lock of its own.
  const letGo = typeof place === 'string' ? holdPlace(`${place}.lock`) : () => {};
  const store = await openRoomStore(place, newEpoch, log);
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
  const at = () => instant(now());
  const imported = await importAll(store, config, at(), log);
  const { people, inventory, cameras } = imported;

  const counter = new InputCounter();
  const seats = new Seats(() => performance.now());
  const journals = new JournalWatch(store, log);
  const health = new StoreHealth(log, now, onDamaged);
  const metrics: Metrics = new Metrics(() => ({
    linkUp: linkUp(),
    ready: readiness.now,
    seq: store.seq,
    relayed: relay.mark,
    lamps: lighting.lamps,
    waiting: desk.waiting,
    journalsContradicting: journals.contradicting,
    journalEntriesMissing: journals.missing,
    floods: inbox.floods(now()),
    proceduresRefused: procedures.counts.refused,
  }));
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
  const send = (topic: string, payload: string) => link.publish(topic, payload, { qos: 1 });
  const linkUp = () => link.state.kind === 'up';

  const data = openRoomData(config);
  const order = (topic: string, payload: string, messageExpiry: number) =>
    link.publish(topic, payload, { qos: 1, messageExpiry });
  const units: UnitDesk = await UnitDesk.create({ store, data, send: order, now, committed, failed, log });
  const procedures = await ProcedureShelf.open({ store, folder: config.procedures ?? SHIPPED, data, log });
  const tallies = new AdviceTallies(store, data, now);
  const readiness = new Readiness();
  const head = new HeadTicker(store.epoch, now, (said) => {
    void link.publish(topics.head(), JSON.stringify(said), { qos: 0, retain: true }).then(({ ok }) => {
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
  const { calls, intake, switchboard, answers } = await openOutside({
    config,
    store,
    data,
    send,
    opened: metrics.opened,
    committed,
    failed: (error) => failed(error, 'intake'),
    now,
    log,
  });
  const desk = new Desk({
    store,
    now,
    context: {
      people,
      data,
      calls,
      camera: (id) => cameras.get(id),
      knowsUnit: units.knows,
      procedure: (ref) => procedures.get(ref),
      lamp: (id) => lighting.lamp(id),
      timeZone: config.timeZone,
      lateMs: config.desk.lateHours * 3_600_000,
      viewMinutes: config.desk.viewMinutes,
      longestOverrideMs: overrideRule(config).longestMs,
      alarmTouched: (id) => faults.touched(id),
    },
    answer: (seat, reply, op) => {
      metrics.command(op, reply.code);
      if (reply.last?.advice !== undefined) tallies.answered();
      void send(topics.reply(seat), JSON.stringify(reply));
      if (reply.override !== undefined) overrides.stir();
      if (reply.ok && !reply.dup && reply.call !== undefined) switchboard.answered(reply.call, reply.cmd);
    },
    committed,
    failed: (error, command) => failed(error, command?.op ?? 'commands'),
  });
  const publish: Link['publish'] = (topic, payload, how) => link.publish(topic, payload, how);
  const lightingOn = { store, config, data, calls, publish, linkUp, metrics, committed, failed, now, log };
  const { lighting, overrides, faults, openLights } = await assembleLighting(inventory, lightingOn);
  await showShifts(store.db, data, at());
  await showRefusals(store.db, data);
  const http = createHttp({
    health: () => ({
      ok: readiness.now && health.ok,
      facts: {
        hub: config.id,
        ready: readiness.now,
        link: link.state.kind,
        store: health.ok ? 'ok' : 'failing',
        epoch: store.epoch,
        seq: store.seq,
        relayed: relay.mark,
        lamps: lighting.lamps,
        rejected: counter.snapshot().total,
        proceduresRefused: procedures.counts.refused,
      },
    }),
    metrics: async () => ({ type: metrics.registry.contentType, text: await metrics.registry.metrics() }),
    token: config.http.token,
    hosts: config.http.hosts,
    now,
  });
  const httpPort = await listen(http, config.http, 'http.port');

  // From here to the end nothing waits: the link must not come up before all its subscriptions are there.
  const instance = randomUUID();
  const own = topics.hub(config.id);
  const presence = (up: boolean) => JSON.stringify({ v: 1, up, instance, at: at() } satisfies HubPresence);
  const link: Link = connectHub(config, log, () => ({
    topic: own,
    payload: presence(false),
    qos: 1,
    retain: true,
  }));
  const inbox: Inbox = new Inbox({
    subscribe: (filter, how, handler) => link.subscribe(filter, how, handler),
    counter,
    counted: metrics.rejected,
    log,
  });
  const closeLights = openLights(inbox);
  units.start(inbox);
  openFieldDoors(inbox, intake, fieldQuotas(config));
  openRoomDoors(inbox, {
    store,
    desk,
    seats,
    journals,
    commandQuota: { perSecond: config.desk.commandsPerSecond, burst: config.desk.commandBurst },
    now,
    reply: (seat, payload) => send(topics.reply(seat), payload),
    failed,
  });
  keepOnBroker({
    link,
    wanted: wantedOnBroker(imported),
    data,
    presence: { topic: own, instance },
    settled: () => {
      lighting.settled();
      readiness.reached('order');
    },
    log,
  });
  link.onState(({ kind }) => {
    if (kind !== 'up') {
      seats.linkDown();
      return readiness.lost();
    }
    seats.linkUp();
    relay.wake();
    answers.wake();
    void link.publish(own, presence(true), { qos: 1, retain: true }).then(({ ok }) => {
      if (!ok)
        log.error({ topic: own }, 'the broker did not take the presence of this hub: frames wait for it');
    });
  });
  const stopJobs = startJobs({
    store,
    data,
    seats,
    faults,
    procedures,
    switchboard,
    tallies,
    metrics,
    config,
    now,
    committed,
    failed,
    log,
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
