import { authorize } from '../../shared/rights/authorize.ts';
import type { BlobRequest } from '../../shared/wire/blob.ts';
import type { People } from '../accounts/people.ts';
import type { Circumstance } from '../desk/context.ts';
import { authorOf, identify } from '../desk/identify.ts';
import { journalize } from '../journal/journalize.ts';
import type { Tx } from '../store/tables.ts';
import type { Unit } from '../store/unit.ts';
import { readTicket } from '../tickets/read.ts';
import type { Said } from './take.ts';

export type Get = Extract<BlobRequest, { op: 'blob.get' }>;

/**
 * Gives a piece of what is attached to a ticket, to a person who sits at that seat now. That it was read is in the
 * journal before the first piece leaves, as is that it was refused.
 */
export async function givePiece(unit: Unit, get: Get, on: Circumstance, people: People): Promise<Said> {
  const { seat, at } = on;
  const who = await identify(
    unit,
    { session: get.session, madeAt: at },
    on,
    { people, lateMs: 0 },
    'refused',
  );
  const said = who.ok
    ? authorize(who.person, get.op, { kind: 'ticket' }).ok
      ? await piece(unit.tx, get)
      : { code: 'FORBIDDEN' as const }
    : { code: who.outcome.code, field: who.outcome.field };
  if (get.offset === 0)
    await journalize(unit, {
      at,
      action: get.op,
      seat,
      target: `ticket:${get.ticket}`,
      ...authorOf(who),
      payload: { code: said.code, attachment: get.attachment },
    });
  return said;
}

async function piece(tx: Tx, { ticket, attachment, offset }: Get): Promise<Said> {
  const file = (await readTicket(tx, ticket))?.attachments?.find(({ cmd }) => cmd === attachment);
  if (file === undefined) return { code: 'NOT_FOUND', field: 'attachment' };
  if (file.heldAt === undefined) return { code: 'BAD_STATE', field: 'attachment' };
  const row = await tx
    .selectFrom('blob_piece as p')
    .innerJoin('blob as b', (on) => on.onRef('b.sha256', '=', 'p.sha256').onRef('b.seat', '=', 'p.seat'))
    .select(['p.bytes', 'p.from_byte'])
    .where('p.sha256', '=', file.sha256)
    .where('p.from_byte', '<=', offset)
    .where('p.to_byte', '>', offset)
    .executeTakeFirst();
  if (row === undefined) return { code: 'NOT_FOUND', field: 'offset' };
  return { code: 'OK', bytes: Buffer.from(row.bytes.subarray(offset - row.from_byte)).toString('base64') };
}
