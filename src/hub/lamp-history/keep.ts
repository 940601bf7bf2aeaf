import { promisify } from 'node:util';
import { deflateRaw, inflateRawSync } from 'node:zlib';
import type { HistoryBlock } from '../../shared/lamp/history/block.ts';
import { packBlock, readBlock } from '../../shared/lamp/history/pack.ts';
import { type Instant, instant, millis } from '../../shared/wire/time.ts';
import type { Db, Tx } from '../store/tables.ts';
import { type PassageHour, type StreetPassages, together } from './passages.ts';

/** Off the hub's thread. */
const deflate = promisify(deflateRaw);
/** A district of 65,535 lamps that all change each minute is less. */
const MOST_BYTES = 32 * 1024 * 1024;

export interface HistoryRow {
  readonly at: Instant;
  readonly district: string;
  readonly step: number;
  readonly bytes: Buffer;
}

export async function rowOf(district: string, block: HistoryBlock): Promise<HistoryRow> {
  return {
    at: instant(block.from),
    district,
    step: block.step,
    bytes: await deflate(packBlock(block)),
  };
}

/**
 * On this thread: to hand some kilobytes to another and have them back takes thrice as long as to inflate them.
 * @throws HistoryError where the bytes are no block, or an Error of zlib's
 */
export const blockOf = ({ bytes }: Pick<HistoryRow, 'bytes'>): HistoryBlock =>
  readBlock(inflateRawSync(bytes, { maxOutputLength: MOST_BYTES }));

/** Keeps districts' hours in place of what was kept of the same. */
export async function keepRows(tx: Tx, rows: readonly HistoryRow[]): Promise<void> {
  for (const [at, same] of Map.groupBy(rows, (row) => row.at)) {
    const districts = same.map(({ district }) => district);
    await tx.deleteFrom('lamp_history').where('at', '=', at).where('district', 'in', districts).execute();
  }
  if (rows.length > 0) await tx.insertInto('lamp_history').values(rows).execute();
}

/** What is kept of an hour, by district. @param from ms @param district of this one only */
export async function readHour(db: Db, from: number, district?: string): Promise<readonly HistoryRow[]> {
  const hour = db.selectFrom('lamp_history').selectAll().where('at', '=', instant(from));
  const rows = await (district === undefined ? hour : hour.where('district', '=', district))
    .orderBy('district')
    .execute();
  return rows.map((row) => ({ ...row, at: row.at as Instant }));
}

/** The oldest hour from before then that is kept in shorter steps than these. @param before ms @param step minutes */
export async function oldestFiner(db: Db, before: number, step: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('lamp_history')
    .select('at')
    .where('step', '<', step)
    .where('at', '<', instant(before))
    .orderBy('at')
    .limit(1)
    .executeTakeFirst();
  return row && millis(row.at as Instant);
}

/** Adds what was counted to what is kept of the same hours: a hub that began within one goes on from it. */
export async function keepPassages(tx: Tx, hours: readonly PassageHour[]): Promise<void> {
  for (const { from, district, minutes, streets } of hours) {
    const at = instant(from);
    const row = await tx
      .selectFrom('passage_hour')
      .select(['minutes', 'streets'])
      .where('at', '=', at)
      .where('district', '=', district)
      .executeTakeFirst();
    const before = row === undefined ? {} : (JSON.parse(row.streets) as StreetPassages);
    const now = {
      minutes: Math.min(60, minutes + (row?.minutes ?? 0)),
      streets: JSON.stringify(together(before, streets)),
    };
    await tx
      .insertInto('passage_hour')
      .values({ at, district, ...now })
      .onConflict((oc) => oc.columns(['at', 'district']).doUpdateSet(now))
      .execute();
  }
}

/** Passages of the hours in a stretch of time, oldest first. @param from,to ms, `to` is not in it */
export async function readPassages(db: Db, from: number, to: number): Promise<readonly PassageHour[]> {
  const rows = await db
    .selectFrom('passage_hour')
    .selectAll()
    .where('at', '>=', instant(from))
    .where('at', '<', instant(to))
    .orderBy('at')
    .execute();
  return rows.map(({ at, district, minutes, streets }) => ({
    from: millis(at as Instant),
    district,
    minutes,
    streets: JSON.parse(streets) as StreetPassages,
  }));
}
