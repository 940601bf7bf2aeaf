import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOnPostgres } from '../../src/hub/store/on-postgres.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft, ForeignSeat } from '../support/foreign-seat.ts';
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

const launch = (where: string, name = 'hub', args: readonly string[] = []) =>
  startHub({
    brokerUrl: broker.url,
    password: broker.secrets.hub,
    dir: join(dir, name),
    config: { store: where, storePasswordFile: join(dir, 'secret') },
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

it('goes on where a killed hub has stopped, with the same epoch', async () => {
  const epoch = await epochOf(hub);
  await hub.kill();
  hub = launch(store);
  await hub.waitReady();
  expect(await epochOf(hub)).toBe(epoch);
  expect(await seat.insist(create())).toMatchObject({ code: 'OK', seq: 22 });
});

it('a second hub does not begin on a database that is held; its password is in no log', async () => {
  const second = launch(store, 'second');
  expect(await second.ended).toBe(74);
  expect(second.logLines.join('\n')).toContain('is held by another hub');
  expect([...second.logLines, ...hub.logLines].join('\n')).not.toContain(SECRET);
});

it('a hub whose database another has begun on meanwhile writes nothing more and ends', async () => {
  // The connection that holds it breaks, and somebody else is faster.
  const end = `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`;
  await server.run('psql', store, '-c', end);
  const faster = launch(store, 'second');
  await faster.waitStarted();
  const late = create();
  // Whichever of the two hears it: the one that may not write any more finds out by itself.
  void seat.command(late).catch(() => {});
  expect(await hub.ended).toBe(74);
  await faster.kill();
  hub = launch(store);
  await hub.waitReady();
  expect(await seat.insist(late)).toMatchObject({ code: 'OK', seq: 23 });
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
