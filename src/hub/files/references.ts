import type { AttachmentLimits } from '../../shared/attachment/limits.ts';
import type { AttachmentRef } from '../../shared/attachment/model.ts';
import type { Circumstances } from '../../shared/ticket/decide.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { Db, Tx } from '../store/tables.ts';

/** Since when the hub has all bytes of a file; undefined where it has not. */
export async function heldSince(db: Db, sha256: string): Promise<Instant | undefined> {
  const row = await db.selectFrom('blob').select('held_at').where('sha256', '=', sha256).executeTakeFirst();
  return row?.held_at as Instant | undefined;
}

/** What deciding on a file that is attached depends on. */
export async function circumstancesOf(
  tx: Tx,
  { sha256, size, type }: AttachmentRef,
  limits: AttachmentLimits,
): Promise<Pick<Circumstances, 'files'>> {
  const heldAt = await heldSince(tx, sha256);
  // Bytes that are here were checked: who says another size or type of them is wrong, and has none of these.
  const known = await tx
    .selectFrom('attachment')
    .select('cmd')
    .where('sha256', '=', sha256)
    .where('size', '=', size)
    .where('type', '=', type)
    .executeTakeFirst();
  return { files: { limits, ...(heldAt !== undefined && known !== undefined ? { heldAt } : {}) } };
}

/**
 * What a ticket refers to, after a change of it, in its transaction. Bytes that no ticket refers to any more are
 * removed at once: somebody may have attached what they should not have.
 */
export async function keepReferences(tx: Tx, before: Ticket | undefined, after: Ticket): Promise<void> {
  const [was, is] = [before?.attachments ?? [], after.attachments ?? []];
  const added = is.filter(({ cmd }) => was.every((one) => one.cmd !== cmd));
  const gone = was.filter(({ cmd }) => is.every((one) => one.cmd !== cmd));
  if (added.length > 0)
    await tx
      .insertInto('attachment')
      .values(added.map(({ cmd, sha256, size, type }) => ({ cmd, ticket_id: after.id, sha256, size, type })))
      .execute();
  if (gone.length === 0) return;
  const cmds = gone.map(({ cmd }) => cmd);
  await tx.deleteFrom('attachment').where('cmd', 'in', cmds).execute();
  for (const { sha256 } of gone) await dropUnreferenced(tx, sha256);
}

/** The tickets are no more: what only they referred to goes with them. */
export async function dropReferencesOf(tx: Tx, tickets: readonly string[]): Promise<void> {
  const rows = await tx
    .selectFrom('attachment')
    .select('sha256')
    .distinct()
    .where('ticket_id', 'in', tickets)
    .execute();
  if (rows.length === 0) return;
  await tx.deleteFrom('attachment').where('ticket_id', 'in', tickets).execute();
  for (const { sha256 } of rows) await dropUnreferenced(tx, sha256);
}

async function dropUnreferenced(tx: Tx, sha256: string): Promise<void> {
  const other = await tx
    .selectFrom('attachment')
    .select('cmd')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (other !== undefined) return;
  await tx.deleteFrom('blob').where('sha256', '=', sha256).execute();
  await tx.deleteFrom('blob_piece').where('sha256', '=', sha256).execute();
}
