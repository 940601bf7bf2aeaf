import { createHash } from 'node:crypto';
import { mediaTypeOf } from '../../shared/attachment/content.ts';
import { placePiece } from '../../shared/attachment/pieces.ts';
import type { SeatId, TicketId } from '../../shared/ids.ts';
import { nowHeld } from '../../shared/ticket/decide-attachment.ts';
import type { BlobReply, BlobRequest } from '../../shared/wire/blob.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { Tx } from '../store/tables.ts';
import type { Unit } from '../store/unit.ts';
import { readTicket } from '../tickets/read.ts';
import { record } from '../tickets/record.ts';
import { heldSince } from './references.ts';

export type Put = Extract<BlobRequest, { op: 'blob.put' }>;
export type Said = Omit<BlobReply, 'v' | 'blob' | 'ok'>;

/**
 * Takes a piece of a file that a ticket refers to. What each seat brings is kept apart until it is whole and has been
 * checked, so that nobody spoils what another brings. The tickets then say that the room has it.
 */
export async function takePiece(unit: Unit, seat: SeatId, put: Put, at: Instant): Promise<Said> {
  const { tx } = unit;
  const { sha256, size, offset } = put;
  const refs = await tx
    .selectFrom('attachment')
    .select(['ticket_id', 'type'])
    .where('sha256', '=', sha256)
    .where('size', '=', size)
    .execute();
  if (refs.length === 0) return { code: 'NOT_FOUND' };
  if ((await heldSince(tx, sha256)) !== undefined) return { code: 'OK', have: size };

  const have = await broughtBy(tx, seat, sha256);
  const bytes = Buffer.from(put.bytes, 'base64');
  const placed = placePiece(have, size, offset, bytes.length);
  if (placed.kind === 'beyond') return { code: 'INVALID', field: 'size', have };
  if (placed.kind === 'known') return { code: 'OK', have };
  if (placed.kind === 'gap') return { code: 'BAD_STATE', field: 'offset', have };
  await tx
    .insertInto('blob_piece')
    .values({ sha256, seat, from_byte: offset, to_byte: placed.have, bytes })
    .execute();
  if (!placed.whole) return { code: 'OK', have: placed.have };

  const whole = await read(tx, seat, sha256);
  const type = mediaTypeOf(whole);
  const isSaid = createHash('sha256').update(whole).digest('hex') === sha256;
  const fits = refs.filter((ref) => ref.type === type);
  if (type === undefined || !isSaid || fits.length === 0) {
    await tx.deleteFrom('blob_piece').where('sha256', '=', sha256).where('seat', '=', seat).execute();
    return { code: 'INVALID', field: isSaid ? 'type' : 'sha256', have: 0 };
  }
  await tx.insertInto('blob').values({ sha256, seat, held_at: at }).execute();
  await tx.deleteFrom('blob_piece').where('sha256', '=', sha256).where('seat', '!=', seat).execute();
  for (const id of new Set(fits.map((ref) => ref.ticket_id as TicketId))) {
    const ticket = await readTicket(tx, id);
    const held = ticket === undefined ? undefined : nowHeld(ticket, { sha256, size, type }, at);
    if (held !== undefined) await record(unit, id, ticket, held, { at });
  }
  return { code: 'OK', have: size };
}

async function broughtBy(tx: Tx, seat: string, sha256: string): Promise<number> {
  const row = await tx
    .selectFrom('blob_piece')
    .select('to_byte')
    .where('sha256', '=', sha256)
    .where('seat', '=', seat)
    .orderBy('from_byte', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.to_byte ?? 0;
}

async function read(tx: Tx, seat: string, sha256: string): Promise<Buffer> {
  const rows = await tx
    .selectFrom('blob_piece')
    .select('bytes')
    .where('sha256', '=', sha256)
    .where('seat', '=', seat)
    .orderBy('from_byte')
    .execute();
  return Buffer.concat(rows.map(({ bytes }) => bytes));
}
