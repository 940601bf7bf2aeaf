import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { openStore } from '../../src/hub/store/store.ts';
import { startBroker } from '../../tests/support/broker.ts';
import { draft } from '../../tests/support/foreign-seat.ts';
import { startHub } from '../../tests/support/hub.ts';
import { BenchSeat } from '../bench-seat.ts';
import type { Row } from '../report.ts';
import { fillWithClosed } from './closed-tickets.ts';

const CLOSED = 100_000;
/** What seats hold is closed less than three days ago. */
const LONG_AGO = 4 * 24 * 3_600_000;
const OPEN = 300;
const CLAIMS = 60;
const ROUNDS = 5;
const NOTE = 'Le gardien a la clé du portail';

interface Room {
  readonly seat: BenchSeat;
  stop(): Promise<void>;
}

async function open(closed: number): Promise<Room> {
  const dir = mkdtempSync(join(tmpdir(), 'vigie-bench-archive-'));
  const broker = await startBroker({ seats: ['seat-01'] });
  const start = () =>
    startHub({
      brokerUrl: broker.url,
      password: broker.secrets.hub,
      dir,
      config: { desk: { commandsPerSecond: 10_000, commandBurst: 10_000 } },
    });
  const first = start(); // makes the store
  await first.waitReady();
  await first.stop();
  const store = await openStore(join(dir, 'hub.db'), v7);
  await fillWithClosed(store, closed, Date.now() - LONG_AGO, NOTE);
  await store.close();
  const hub = start();
  await hub.waitReady();
  const seat = await BenchSeat.connect(broker.url, 'seat-01', broker.secrets['seat-01'] ?? '', true);
  await seat.signIn('p-1');
  for (let n = 0; n < OPEN; n++) await seat.ticket('ticket.create', v7(), 0, draft());
  return {
    seat,
    async stop() {
      await seat.close();
      await hub.stop();
      await broker.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function claim({ seat }: Room): Promise<number> {
  const id = v7();
  await seat.ticket('ticket.create', id, 0, draft());
  return timed(() => seat.ticket('ticket.claim', id, 1));
}

/** The hub of a room with half a year behind it, against that of a new one; and searches in that half year. */
export async function archiveRows(): Promise<readonly Row[]> {
  const rooms = { ours: await open(CLOSED), rival: await open(0) };
  const taken = {
    claim: { ours: [] as number[], rival: [] as number[] },
    snapshot: { ours: [] as number[], rival: [] as number[] },
  };
  for (let round = 0; round < ROUNDS; round++)
    for (const whose of round % 2 === 0 ? (['ours', 'rival'] as const) : (['rival', 'ours'] as const)) {
      const room = rooms[whose];
      for (let n = 0; n < CLAIMS / ROUNDS; n++) taken.claim[whose].push(await claim(room));
      taken.snapshot[whose].push(await timed(() => room.seat.ask({ type: 'snapshot' })));
    }
  const { seat } = rooms.ours;
  const search = (text: string) => timed(() => seat.ask({ type: 'search', text, limit: 50 }));
  const rare: number[] = [];
  const common: number[] = [];
  const meanwhile: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rare.push(await search('portail gardien absent'));
    common.push(await search('tapage berbisey'));
    const under = search('portail gardien absent');
    for (let n = 0; n < 3; n++) meanwhile.push(await claim(rooms.ours));
    await under;
  }
  await Promise.all([rooms.ours.stop(), rooms.rival.stop()]);
  const against = (measure: string, key: keyof typeof taken, goal: number): Row => ({
    measure,
    unit: 'ms',
    ...taken[key],
    rivalName: 'without',
    goal,
    good: 'at most',
  });
  return [
    against('100,000 closed tickets at the hub: claim to reply', 'claim', 1.5),
    against(`100,000 closed tickets at the hub: snapshot of ${OPEN} open ones`, 'snapshot', 1.5),
    {
      measure: 'claim to reply while 100,000 closed tickets are searched',
      unit: 'ms',
      ours: meanwhile,
      rival: taken.claim.rival,
      rivalName: 'nothing closed, no search',
      goal: 5,
      good: 'at most',
    },
    { measure: 'search of 100,000 that finds nothing', unit: 'ms', ours: rare, goal: 2_000, good: 'at most' },
    { measure: 'search of 100,000, first 50 of many', unit: 'ms', ours: common, goal: 300, good: 'at most' },
  ];
}
