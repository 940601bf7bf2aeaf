import type { CommandId, LampId } from '../../../shared/ids.ts';
import type { Db, Tx } from '../../store/tables.ts';
import type { LampTrack, Release, Resend, Track } from './model.ts';
import { releasing, resending } from './track.ts';

/**
 * Overrides in the store. The desk writes an order, that it is said again, and that it is given back, in the transactions of their commands;
 * how far its lamps have come is written beside, so that neither undoes the other.
 */
export async function writeOrder(tx: Tx, track: Track): Promise<void> {
  const { id, until } = track.order;
  await tx
    .insertInto('lamp_override')
    .values({ id, until, json: textOf(track), released: null, resent: null })
    .execute();
}

export const writeResend = (tx: Tx, id: CommandId, resend: Resend): Promise<unknown> =>
  tx
    .updateTable('lamp_override')
    .set({ resent: JSON.stringify(resend) })
    .where('id', '=', id)
    .execute();

export const writeRelease = (tx: Tx, id: CommandId, release: Release): Promise<unknown> =>
  tx
    .updateTable('lamp_override')
    .set({ released: JSON.stringify(release) })
    .where('id', '=', id)
    .execute();

export const writeTrack = (tx: Tx, track: Track): Promise<unknown> =>
  tx
    .updateTable('lamp_override')
    .set({ json: textOf(track) })
    .where('id', '=', track.order.id)
    .execute();

export const dropOverride = (tx: Tx, id: CommandId): Promise<unknown> =>
  tx.deleteFrom('lamp_override').where('id', '=', id).execute();

/** One of them; undefined where it has ended. One that was given back meanwhile is in that phase. */
export async function readTrack(db: Db, id: CommandId): Promise<Track | undefined> {
  const row = await db
    .selectFrom('lamp_override')
    .select(['json', 'resent', 'released'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : fromRow(row);
}

/** What the desk has written of an override since it began. */
export interface Standing {
  readonly id: CommandId;
  readonly resend: Resend | undefined;
  readonly release: Release | undefined;
}

/** Of all that last, oldest first. Their lamps are not read: those of a whole city are some megabytes. */
export async function readStandings(db: Db): Promise<readonly Standing[]> {
  const rows = await db
    .selectFrom('lamp_override')
    .select(['id', 'resent', 'released'])
    .orderBy('id')
    .execute();
  return rows.map(({ id, resent, released }) => ({
    id: id as CommandId,
    resend: resent === null ? undefined : (JSON.parse(resent) as Resend),
    release: released === null ? undefined : (JSON.parse(released) as Release),
  }));
}

interface Row {
  readonly json: string;
  readonly resent: string | null;
  readonly released: string | null;
}

function fromRow({ json, resent, released }: Row): Track {
  const track = fromText(json);
  if (track.release !== undefined) return track;
  const resend = resent === null ? undefined : (JSON.parse(resent) as Resend);
  const again = resend === undefined || resend.cmd === track.resend?.cmd ? track : resending(track, resend);
  return released === null ? again : releasing(again, JSON.parse(released) as Release);
}

const textOf = (track: Track): string => JSON.stringify({ ...track, lamps: [...track.lamps] });
const fromText = (json: string): Track => {
  const { lamps, ...track } = JSON.parse(json) as Omit<Track, 'lamps'> & {
    readonly lamps: readonly (readonly [LampId, LampTrack])[];
  };
  return { ...track, lamps: new Map(lamps) };
};
