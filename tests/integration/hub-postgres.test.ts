import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOnPostgres } from '../../src/hub/store/on-postgres.ts';
import { openStore } from '../../src/hub/store/store.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft, ForeignSeat } from '../support/foreign-seat.ts';
import { freePort } from '../support/free-port.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-hub-postgres-'));
const SECRET = 'tres-secret-42';
let server: TestPostgres;
let broker: TestBroker;
let store: string;
let hub: TestHub;
let seat: ForeignSeat;

const launch = (where: string, name = 'hub', args: readonly string[] = [], more: object = {}) =>
  startHub({
    brokerUrl: broker.url,
    password: broker.secrets.hub,
    dir: join(dir, name),
    config: { store: where, storePasswordFile: join(dir, 'secret'), ...more },
    args,
  });
const epochOf = async ({ url }: TestHub): Promise<string> =>
  ((await (await fetch(`${url}/health`)).json()) as { epoch: string }).epoch;
const create = () => seat.on('ticket.create', v7(), 0, draft());

beforeAll(async () => {
  [server, broker] = await Promise.all([startPostgres(), startBroker()]);
  writeFileSync(join(dir, 'secret'), `${SECRET}\n`);
  store = await server.database();
  hub = launch(store);
  await hub.waitReady();
  seat = await ForeignSeat.connect(broker.url, 'seat-01', broker.secrets['seat-01']);
  await seat.signIn('p-1');
});
afterAll(async () => {
  await seat.close();
  await hub.kill();
  await Promise.all([broker.stop(), server.stop()]);
  rmSync(dir, { recursive: true });
});

it('a hub on PostgreSQL answers RETRY while the server is away, and loses and doubles nothing', async () => {
  expect(await seat.command(create())).toMatchObject({ code: 'OK', seq: 1 });
  await server.kill();
  const waiting = Array.from({ length: 20 }, create);
  expect(await seat.command(waiting[0]!)).toMatchObject({ code: 'RETRY' });
  const answers = Promise.all(waiting.map((command) => seat.insist(command)));
  await server.restart();
  expect(new Set((await answers).map(({ code }) => code))).toEqual(new Set(['OK']));
  await until('all events, each once', () => seat.events.size === 1 + waiting.length);
  expect([...seat.events.keys()].sort((a, b) => a - b)).toEqual(
    waiting.concat(waiting[0]!).map((_, i) => i + 1),
  );
});

it('killed under its commands, the server keeps each of them once; the hub says how its store is, asked for nothing', async () => {
  const known = seat.events.size;
  const standing = async () => (await fetch(`${hub.url}/health`)).json() as Promise<Record<string, unknown>>;
  const commands = Array.from({ length: 100 }, create);
  // More than a seat may send at once, so that some are under way whenever it goes.
  const answers = Promise.all(commands.map((command) => seat.insist(command)));
  await until('some are kept', () => seat.events.size > known);
  await server.kill('SIGQUIT');
  await until('the hub says that its store is away', async () => (await standing()).store === 'unreachable');
  await server.restart();
  expect(new Set((await answers).map(({ code }) => code))).toEqual(new Set(['OK']));
  await until('all events', () => seat.events.size === known + commands.length);
  expect((await server.run('psql', store, '-Atc', 'select count(*) from event')).trim()).toBe(
    String(seat.events.size),
  );

  await server.kill();
  await until('the hub notices by itself', async () => (await standing()).store === 'unreachable');
  await server.restart();
  await until('and that it is back', async () => (await standing()).store === 'ok');
});

it('a second hub does not begin on a database that is held, its server was started anew or not; its password is in no log', async () => {
  const held = `select 1 from pg_locks where locktype = 'advisory' and granted`;
  await until('the hub holds it again', async () => (await server.run('psql', store, '-Atc', held)) !== '');
  const second = launch(store, 'second');
  expect(await second.ended).toBe(74);
  expect(second.logLines.join('\n')).toContain('is held by another hub');
  expect([...second.logLines, ...hub.logLines].join('\n')).not.toContain(SECRET);
});

it('goes on where a killed hub has stopped, with the same epoch', async () => {
  const epoch = await epochOf(hub);
  await hub.kill();
  hub = launch(store);
  await hub.waitReady();
  expect(await epochOf(hub)).toBe(epoch);
  expect(await seat.insist(create())).toMatchObject({ code: 'OK', seq: 122 });
});

it('a hub that stood still while another has begun on its database writes nothing more and ends', async () => {
  // The connection that holds it breaks meanwhile, and somebody else is faster.
  process.kill(hub.pid, 'SIGSTOP');
  const end = `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`;
  await server.run('psql', store, '-c', end);
  const faster = launch(store, 'second');
  await faster.waitStarted();
  process.kill(hub.pid, 'SIGCONT');
  const late = create();
  // Whichever of the two hears it: the one that may not write any more finds out by itself.
  void seat.command(late).catch(() => {});
  expect(await hub.ended).toBe(74);
  await faster.kill();
  hub = launch(store);
  await hub.waitReady();
  expect(await seat.insist(late)).toMatchObject({ code: 'OK', seq: 123 });
});

it('what others are told of a commit whose answer was lost they are told once the store knows', async () => {
  const url = new URL(await server.database());
  let lose = false;
  const line = createServer((near) => {
    const far = createConnection(server.port, '127.0.0.1');
    for (const end of [near, far]) end.on('error', () => {});
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    let isLost = false;
    near.on('data', (chunk) => {
      isLost ||= lose && chunk.includes('commit');
      far.write(chunk);
    });
    // It has been done when the server says so, and nobody hears it.
    far.on('data', (chunk) => (isLost ? near.destroy() : near.write(chunk)));
  });
  await once(line.listen(0, '127.0.0.1'), 'listening');
  url.port = String((line.address() as AddressInfo).port);
  const opened = await openStore({ url: String(url) }, v7);
  const told: string[] = [];
  const tell = (what: string, fails = false) =>
    opened.write(async (unit) => {
      unit.onCommit(() => told.push(what));
      await unit.count(what);
      if (fails) throw new TypeError('defect');
    });
  await tell('before');
  lose = true;
  await expect(tell('lost')).rejects.toMatchObject({ kind: 'unreachable' });
  lose = false;
  expect(told).toEqual(['before']);
  await expect(tell('never', true)).rejects.toThrow('defect');
  await tell('after');
  expect(told).toEqual(['before', 'lost', 'after']);
  const counted = await opened.db.selectFrom('counter').select(['name', 'value']).execute();
  expect(Object.fromEntries(counted.map(({ name, value }) => [name, value]))).toMatchObject({
    before: 1,
    lost: 1,
    after: 1,
  });
  await opened.close();
  line.close();
});

it('a dump that was read back is known for one, and gets a new epoch by itself; once', async () => {
  const epoch = await epochOf(hub);
  const dump = join(dir, '..', `${v7()}.dump`);
  const [from, to] = [store, await server.database()];
  await server.run('pg_dump', '--format=custom', '--file', dump, from);
  await hub.kill();
  await server.run('pg_restore', '--dbname', to, dump);
  rmSync(dump);
  hub = launch(to);
  await hub.waitReady();
  const restored = await epochOf(hub);
  expect(restored).not.toBe(epoch);
  await hub.kill();
  hub = launch(to);
  await hub.waitReady();
  expect(await epochOf(hub)).toBe(restored);
});

it('a connection that ends in the middle of a transaction fails that, and ends nothing else', async () => {
  const url = await server.database();
  const { db, close } = await openOnPostgres({ url });
  const others = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  const broken = db.transaction().execute(async (tx) => {
    await tx.selectFrom('meta').selectAll().execute();
    // Nothing is asked of the database while it goes: nobody waits for the bad news.
    await server.run('psql', url, '-c', others);
    await tx.selectFrom('meta').selectAll().execute();
  });
  await expect(broken).rejects.toMatchObject({ kind: 'unreachable' });
  expect(await db.selectFrom('meta').selectAll().execute()).toBeInstanceOf(Array);
  await close(true);
});

it('a hub that starts while the server is away waits, says so in its log and health, and goes on when it is there', async () => {
  await hub.kill();
  await server.kill();
  const port = await freePort();
  hub = launch(store, 'hub', [], { http: { port } });
  const health = await until('it says that it waits', () =>
    fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined),
  );
  expect(health.status).toBe(503);
  expect(await health.json()).toMatchObject({ store: 'unreachable', ready: false });
  await until('and in its log', () => hub.logLines.some((line) => line.includes('the hub waits for it')));
  await server.restart();
  await hub.waitReady();
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
});

it.each([
  [
    'database',
    (url: URL) => Object.assign(url, { pathname: '/no_such' }),
    'database "no_such" does not exist',
  ],
  ['user', (url: URL) => Object.assign(url, { username: 'nobody' }), 'role "nobody" does not exist'],
])('waits for no %s that there is not, but ends and says which', async (_, change, said) => {
  const wrong = launch(String(change(new URL(store))), 'wrong');
  expect(await wrong.ended).toBe(74);
  expect(wrong.logLines.join('\n')).toContain(said);
});
