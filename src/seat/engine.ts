import { readFileSync } from 'node:fs';
import { v7 as uuid } from 'uuid';
import type { SeatConfig } from '../node/config/seat.ts';
import type { Log } from '../node/log/log.ts';
import { connectLink, type Link } from '../node/mqtt/link.ts';
import { instant } from '../shared/wire/time.ts';
import { topics } from '../shared/wire/topic.ts';
import { Alerts } from './alerts.ts';
import { Catalogue } from './cameras/catalogue.ts';
import { viewCamera } from './cameras/view.ts';
import { openDatabases, reportDisk } from './databases.ts';
import { TicketDesk } from './desk/ticket-desk.ts';
import { readDiagnostics } from './diagnostics.ts';
import { Journal } from './journal/journal.ts';
import { CityLamps } from './lamps/city-lamps.ts';
import { Correspondence } from './link/correspondence.ts';
import { HubWatch } from './link/hub-watch.ts';
import { MqttRoom } from './link/mqtt-room.ts';
import { Presence } from './link/presence.ts';
import type { Handlers, Push } from './port/port.ts';
import { Prefs } from './prefs/prefs.ts';
import { Session } from './session/session.ts';
import { GroundMap } from './streets/ground.ts';
import { StreetMap } from './streets/streets.ts';

const TIDY_MS = 3_600_000;
/** Seconds; a dead broker is noticed after one and a half of it. */
const KEEPALIVE = 10;

export interface EngineOptions {
  readonly config: SeatConfig;
  /** folder of desk.db and city.db */
  readonly folder: string;
  readonly version: string;
  readonly log: Log;
  readonly push: Push;
  readonly now: () => number;
}

export interface Engine {
  readonly handlers: Handlers;
  close(): Promise<void>;
}

const fileText = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : readFileSync(path, 'utf8');

function connect({ config, log, now }: EngineOptions, instance: string): Link {
  const password = fileText(config.passwordFile)?.trim();
  const ca = fileText(config.tls?.ca);
  const cert = fileText(config.tls?.cert);
  const key = fileText(config.tls?.key);
  return connectLink({
    brokers: config.brokers,
    clientId: config.seat,
    ...(config.username === undefined ? {} : { username: config.username }),
    ...(password === undefined ? {} : { password }),
    ...(config.tls === undefined
      ? {}
      : { tls: { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) } }),
    will: () => ({
      topic: topics.seat(config.seat),
      payload: JSON.stringify({
        v: 1,
        up: false,
        instance,
        pending: 0,
        lastSeq: 0,
        journalCount: 0,
        at: instant(now()),
      }),
      qos: 1,
      retain: true,
    }),
    keepalive: KEEPALIVE,
    log,
  });
}

/**
 * Starts the seat engine: disk first, so that the last known city is there before any network answers.
 * @throws StorageError where the files can't be opened
 */
export function startEngine(options: EngineOptions): Engine {
  const { config, folder, log, push, now } = options;
  const startedAt = now();
  const alerts = new Alerts((list) => push('alerts', list), now);
  const databases = openDatabases(folder, alerts);
  const instance = uuid();
  const link = connect(options, instance);
  const room = new MqttRoom({ link, seat: config.seat, instance, log, now });
  const letters = new Correspondence(room, (reply) => desk.sender.takeStray(reply));
  const journal = new Journal(databases.desk);
  const hubUp = () => watch.hubUp;

  const session = new Session({
    room,
    db: databases.desk,
    letters,
    hubUp,
    onChange: () => {
      push('session', session.view());
      presence.tell();
    },
    now,
  });
  const lamps = new CityLamps(databases.city, room, push);
  const catalogue = new Catalogue({
    room,
    store: lamps.store,
    videoOrigins: config.video.origins,
    onChange: () => push('cameras', [...catalogue.entries()]),
  });
  const streets = new StreetMap(room, lamps.store, (changed) => push('streets', [changed]));
  const ground = new GroundMap(room, lamps.store, (areas) => push('ground', areas));
  const prefs = new Prefs(databases.desk, () => session.current()?.person.id);
  const desk = new TicketDesk({
    db: databases.desk,
    room,
    letters,
    session,
    hubUp,
    onHead: (head) => watch.hear(head),
    onUnsupported: () => alerts.raise('unsupported-version'),
    onDisk: (error) => {
      if (!reportDisk(error, alerts)) throw error;
    },
    push,
    now,
  });
  const presence = new Presence(
    room,
    () => {
      const { head, count } = journal.head();
      const state = session.current();
      return {
        ...(state === undefined ? {} : { person: state.person.id, role: state.role }),
        pending: desk.pending,
        lastSeq: desk.lastSeq,
        journalHead: head,
        journalCount: count,
      };
    },
    now,
  );
  const welcomeHub = async (): Promise<void> => {
    if (!(await session.adopt())) return;
    desk.hubUp();
    await journal.upload(letters);
  };
  const watch = new HubWatch({
    room,
    broker: () => link.state,
    onChange: (state) => push('link.state', state),
    onHubUp: () => void welcomeHub(),
    onHubLost: () => desk.sender.pause(),
    now,
  });
  const unlink = link.onState(({ kind }) => {
    watch.check();
    if (kind === 'up') presence.tell();
  });
  const tidy = setInterval(() => desk.tidy(), TIDY_MS);

  return {
    handlers: {
      'prefs.get': (input) => prefs.get(input),
      'prefs.set': (input) => prefs.set(input),
      'link.state': () => watch.state(),
      'link.retry': () => link.reconnectNow(),
      'alerts.list': () => alerts.list(),
      'session.view': () => session.view(),
      'session.open': ({ person, proof }) => session.open(person, proof),
      'session.close': () => session.end(),
      'desk.snapshot': () => desk.snapshot(),
      'desk.act': (input) => desk.act(input),
      'desk.dismiss': ({ cmd }) => desk.dismiss(cmd),
      'desk.timeline': ({ ticket }) => desk.timeline(ticket),
      'lamps.dictionary': () => lamps.dictionary(),
      'lamps.snapshot': () => lamps.table.snapshot(),
      'lamps.follow': ({ lamp }) => lamps.follow(lamp),
      'streets.all': () => [...streets.all()],
      'ground.areas': () => ground.areas(),
      'cameras.list': () => [...catalogue.entries()],
      'cameras.view': async (wish) => {
        const answer = await viewCamera(wish, { catalogue, session, journal, letters, hubUp, now });
        if (hubUp()) void journal.upload(letters);
        return answer;
      },
      'diagnostics.read': () =>
        readDiagnostics({
          seat: config.seat,
          version: options.version,
          startedAt,
          folder,
          link,
          input: room.input,
          lamps,
          desk,
        }),
      'diagnostics.report': ({ topic, reason, field }) => room.reject(topic, 'window', reason, field),
    },
    close: async () => {
      clearInterval(tidy);
      unlink();
      for (const part of [watch, presence, desk, catalogue, streets, ground, session, lamps]) part.close();
      await link.close();
      databases.close();
    },
  };
}
