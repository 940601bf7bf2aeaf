import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import type { SeatConfig } from '../node/config/seat.ts';
import type { Log } from '../node/log/log.ts';
import { HubSearch } from '../node/mqtt/hub-search.ts';
import { Soon } from '../node/soon.ts';
import type { StorageError } from '../node/sqlite/errors.ts';
import { holdPlace } from '../node/sqlite/hold.ts';
import type { Database } from '../node/sqlite/open.ts';
import { mayLocate } from '../shared/rights/authorize.ts';
import { actOnAlarm } from './alarms/act.ts';
import { Alerts } from './alerts.ts';
import { answerCall } from './calls/answer.ts';
import { Catalogue } from './cameras/catalogue.ts';
import { viewCamera } from './cameras/view.ts';
import { RoomData } from './data/room-data.ts';
import { RoomDataStore } from './data/room-data-store.ts';
import { openDatabases } from './databases.ts';
import { recallTicket, searchArchive } from './desk/archive.ts';
import { askPastDesk } from './desk/past.ts';
import { TicketDesk } from './desk/ticket-desk.ts';
import { readDiagnostics } from './diagnostics.ts';
import { Disk } from './disk/disk.ts';
import { askEnergy } from './energy/ask.ts';
import { Files } from './files/files.ts';
import { Journal } from './journal/journal.ts';
import { CityLamps } from './lamps/city-lamps.ts';
import { CityStore } from './lamps/city-store.ts';
import { lampHandlers } from './lamps/handlers.ts';
import { commandPlan } from './lighting/plan-command.ts';
import { connectSeat } from './link/connect.ts';
import { Correspondence } from './link/correspondence.ts';
import { HubWatch } from './link/hub-watch.ts';
import { MqttRoom } from './link/mqtt-room.ts';
import { Presence } from './link/presence.ts';
import { Welcome } from './link/welcome.ts';
import type { Handlers, Push } from './port/port.ts';
import { Prefs } from './prefs/prefs.ts';
import { SeatWatch } from './seats/seat-watch.ts';
import { People } from './session/people.ts';
import { Session } from './session/session.ts';
import { GroundMap } from './streets/ground.ts';
import { StreetMap } from './streets/streets.ts';
import { baseMapHandlers } from './tiles/handlers.ts';
import { openBaseMap } from './tiles/open.ts';

const TIDY_MS = 3_600_000;
const UPLOAD_MS = 30_000;
const TELL_MS = 50;
/** 75 seats speak every 10 s. */
const SEATS_MS = 1_000;
const DISK_MS = 5_000;
/** How long it is said that the hub's store is another one. */
const RESTORED_MS = 1_800_000;

export interface EngineOptions {
  readonly config: SeatConfig;
  /** folder of desk.db and city.db */
  readonly folder: string;
  readonly version: string;
  readonly log: Log;
  readonly push: Push;
  /** the files that could not be opened for writing now can be: the engine is to start anew */
  readonly onDiskBack: () => void;
  /** a file was found damaged while it was used: the engine is to end, and to set it aside at its next start */
  readonly onDamaged: (damage: StorageError) => void;
  readonly now: () => number;
}

export interface Engine {
  readonly handlers: Handlers;
  close(): Promise<void>;
}

/**
 * Starts the seat engine: disk first, so that the last known city is there before any network answers.
 * @throws StorageError where a file comes from a newer version, or another process holds it
 * @throws ConfigError where a file that the configuration names can't be read
 */
export function startEngine(options: EngineOptions): Engine {
  const { config, folder, log, push, onDamaged, now } = options;
  const startedAt = now();
  const alerts = new Alerts((list) => push('alerts', list), now);
  const letGo = holdPlace(join(folder, 'engine.lock'));
  const databases = openDatabases(folder, alerts);
  const { refused } = databases;
  const disk = new Disk(databases.desk, alerts, refused.desk);
  const cityDisk = new Disk(databases.city, alerts, refused.city);
  const store = new CityStore(databases.city, cityDisk);
  const dataStore = new RoomDataStore(databases.city, cityDisk);
  const instance = uuid();
  const link = connectSeat({ config, instance, log, now });
  const room = new MqttRoom({ link, seat: config.seat, instance, log, onDamaged, now });
  const letters = new Correspondence(room, (reply) => desk.sender.takeStray(reply));
  const journal = new Journal(databases.desk, disk, (code) => alerts.raise('journal-refused', code));
  const hubUp = () => watch.hubUp;

  const tellSession = new Soon(() => push('session', session.view()), { waitMs: TELL_MS });
  const people = new People({ db: databases.desk, disk, room, onChange: () => tellSession.ask() });
  const session: Session = new Session({
    db: databases.desk,
    disk,
    letters,
    people,
    hubUp,
    unheard: () => desk.unheard(),
    onChange: () => {
      tellSession.ask();
      tellSession.flush();
      presence.tell();
      desk.lookAtLeavings();
      data.rightsChanged();
    },
    onUntold: () => welcome.begin(),
    onRefused: ({ person }, code) => alerts.raise('session-refused', `${person.name}: ${code}`),
    onOver: ({ person }) => alerts.raise('session-over', person.name),
    now,
  });
  const lamps = new CityLamps(store, room, push);
  const catalogue = new Catalogue({
    room,
    store,
    videoOrigins: config.video.origins,
    onChange: () => push('cameras', [...catalogue.entries()]),
  });
  const streets = new StreetMap(room, store, (changed) => push('streets', [changed]));
  const ground = new GroundMap(room, store, (areas) => push('ground', areas));
  const baseMap = openBaseMap({ ...options, onChange: (state) => push('baseMap', state), fetch });
  const data = new RoomData({
    room,
    store: dataStore,
    mayLocate: () => mayLocate(session.current()?.person),
    onChange: (change) => push('room.data', change),
  });
  const prefs = new Prefs(databases.desk, disk, () => session.current()?.person.id);
  const tellSeats = new Soon(() => push('seats', seats.all()), { gapMs: SEATS_MS });
  const seats = new SeatWatch(room, () => tellSeats.ask(), now);
  const desk: TicketDesk = new TicketDesk({
    db: databases.desk,
    disk,
    room,
    letters,
    session,
    hubUp,
    personAt: (seat) => seats.personAt(seat),
    onHead: (head, retained) => watch.hear(head, retained),
    onNewEpoch: () => {
      session.reintroduce();
      if (hubUp()) welcome.begin();
    },
    onReread: () => alerts.happened('hub-restored'),
    onUnsupported: () => alerts.raise('unsupported-version'),
    onUnreadable: (rows) => alerts.raise('desk-damaged', `outbox: ${rows}`, 'outbox'),
    push,
    now,
  });
  const archive = { room, letters, hubUp, session: () => session.current() };
  const asking = { session, letters, hubUp, clockOffset: () => watch.state().clockOffset, now };
  const files = new Files({ ...asking, folder, desk, people, journal, data, push, random: Math.random });
  const presence = new Presence(room, { journal, session, desk }, now);
  const upload = (greeting?: boolean) => {
    if (hubUp() && !session.offline) void journal.upload(letters, greeting);
  };
  const welcome = new Welcome({
    hubUp,
    pause: () => {
      desk.hubLost();
      files.hubLost();
    },
    introduce: () => session.introduce(),
    resume: () => {
      desk.hubUp();
      void files.hubUp();
      upload(true);
    },
  });
  const watch = new HubWatch({
    room,
    broker: () => link.state,
    brokers: config.brokers.length,
    onChange: (state) => push('link.state', state),
    onHubUp: () => welcome.begin(),
    onHubLost: () => {
      welcome.stop();
      letters.hubLost();
    },
    now,
  });
  const unlink = link.onState(({ kind }) => {
    watch.check();
    if (kind === 'up') presence.tell();
  });
  const search = new HubSearch({ link, config, hubUp, random: Math.random, now });
  const regularly = () => {
    upload();
    desk.retryDisk();
    desk.lookAtLeavings();
    alerts.clearAfter('hub-restored', RESTORED_MS);
  };
  const timers = [setInterval(() => desk.tidy(), TIDY_MS), setInterval(regularly, UPLOAD_MS)];
  if (refused.desk !== undefined || refused.city !== undefined) {
    log.error({ refused: alerts.list() }, 'nothing is kept: the files of this seat cannot be written');
    const carry = (file: Database) => {
      session.carryTo(file);
      desk.carryTo(file);
    };
    const lookForDisk = () => databases.writable(carry) && options.onDiskBack();
    timers.push(setInterval(lookForDisk, DISK_MS));
  }

  return {
    handlers: {
      'prefs.get': (input) => prefs.get(input),
      'prefs.set': (input) => prefs.set(input),
      'link.state': () => watch.state(),
      'link.retry': () => search.now(),
      'alerts.list': () => alerts.list(),
      'session.view': () => session.view(),
      'session.open': async ({ person, proof }) => {
        const answer = await session.open(person, proof);
        if (answer.ok) for (const told of ['session-refused', 'session-over']) alerts.clear(told);
        return answer;
      },
      'session.close': () => session.end(),
      'seats.list': () => seats.all(),
      'desk.snapshot': () => desk.snapshot(),
      'desk.act': (input) => desk.act(input),
      'desk.dismiss': ({ cmd }) => desk.dismiss(cmd),
      'desk.withdraw': ({ cmd }) => desk.withdraw(cmd),
      'desk.timeline': ({ ticket }) => desk.timeline(ticket),
      'desk.search': ({ text }) => desk.search(text),
      'desk.archive': (wish) => searchArchive(wish, archive),
      'desk.recall': (wish) => recallTicket(wish, archive),
      'files.add': (wish) => files.add(wish),
      'files.open': (wish) => files.open(wish),
      'files.here': () => files.view(),
      ...lampHandlers({ lamps, room, asking, settled: (ticket) => desk.settled(ticket) }),
      'desk.past': (wish) => askPastDesk(wish, asking),
      'energy.read': (wish) => askEnergy(wish, asking),
      'lightingPlan.command': (wish) => commandPlan(wish, asking),
      'streets.all': () => [...streets.all()],
      'ground.areas': () => ground.areas(),
      ...baseMapHandlers(baseMap, () => session.current()?.person),
      'room.data': () => [...data.snapshot()],
      'alarms.act': (wish) => actOnAlarm(wish, asking),
      'cameras.list': () => [...catalogue.entries()],
      'cameras.view': async (wish) => {
        const ticket = (id: string) => desk.expected(id);
        const settled = (id: string) => desk.settled(id);
        const on = { ...asking, catalogue, people, journal, ticket, settled };
        const answer = await viewCamera(wish, on);
        upload();
        return answer;
      },
      'calls.answer': ({ call }) => answerCall(call, asking),
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
          troubleOf: (file) => alerts.list().find(({ id }) => id === `disk:${file}`)?.detail,
        }),
      'diagnostics.report': ({ topic, reason, field }) => room.reject(topic, 'window', reason, field),
    },
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      unlink();
      for (const part of [
        search,
        watch,
        welcome,
        presence,
        desk,
        files,
        seats,
        tellSeats,
        catalogue,
        streets,
        ground,
        baseMap,
        data,
        people,
        tellSession,
        letters,
      ])
        part.close();
      lamps.close();
      dataStore.close();
      await link.close();
      databases.close();
      letGo();
    },
  };
}
