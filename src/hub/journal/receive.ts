import { chainFault } from '../../node/journal/chain.ts';
import type { SeatId } from '../../shared/ids.ts';
import type { JournalAck, JournalUpload } from '../../shared/wire/journal.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { Store } from '../store/store.ts';
import type { Unit } from '../store/unit.ts';
import { headAt, journalHead, journalize, keepEntries, seatWriter } from './journalize.ts';

/** The ack, and what broke the chain where it is broken. */
export interface Received {
  readonly ack: JournalAck;
  readonly fault?: string;
}

/**
 * Keeps what a seat sends of its journal, if it continues the chain that is here. Entries sent twice are
 * passed over when they are the same; a seat whose journal tells another story (a PC set up anew) is refused
 * aloud, and the hub's own journal says so, once: the seat asks again for as long as nobody has looked.
 * @throws StorageError; nothing is kept or acknowledged then
 */
export const receiveJournal = (
  store: Store,
  seat: SeatId,
  upload: JournalUpload,
  at: Instant,
): Promise<Received> => store.write((unit) => receive(unit, seat, upload, at));

async function receive(
  unit: Unit,
  seat: SeatId,
  { upload, entries }: JournalUpload,
  at: Instant,
): Promise<Received> {
  const writer = seatWriter(seat);
  let head = await journalHead(unit.tx, writer);
  const answer = (kept: number, code: string): JournalAck => ({
    v: 1,
    upload,
    kept,
    ok: code === 'OK',
    code,
  });
  const known = entries.filter((entry) => entry.n <= head.count);
  const fresh = entries.slice(known.length);
  for (const entry of known) {
    if ((await headAt(unit.tx, writer, entry.n)) === entry.head) continue;
    const fault = `entry ${entry.n} is not the one kept before`;
    await tellFork(unit, seat, entry.head, fault, at);
    return { ack: answer(head.count, 'FORKED'), fault };
  }
  const kept = [];
  for (const entry of fresh) {
    const fault = chainFault(head, entry);
    if (fault !== undefined) {
      await keepEntries(unit.tx, writer, kept, at);
      return { ack: answer(head.count, 'BROKEN'), fault };
    }
    kept.push(entry);
    head = { count: entry.n, head: entry.head };
  }
  await keepEntries(unit.tx, writer, kept, at);
  return { ack: answer(head.count, 'OK') };
}

/** @param head of the entry that is another one: tells this fork from another */
async function tellFork(unit: Unit, seat: SeatId, head: string, fault: string, at: Instant): Promise<void> {
  const key = `forked:${seat}`;
  const meta = unit.tx.selectFrom('meta').select('value').where('key', '=', key);
  if ((await meta.executeTakeFirst())?.value === head) return;
  await unit.tx
    .insertInto('meta')
    .values({ key, value: head })
    .onConflict((oc) => oc.column('key').doUpdateSet({ value: head }))
    .execute();
  await journalize(unit, { at, action: 'journal.forked', seat, target: seat, payload: { fault } });
}
