import { mediaTypeOf } from '../../shared/attachment/content.ts';
import { cleanName } from '../../shared/attachment/file-name.ts';
import type { AttachmentLimits } from '../../shared/attachment/limits.ts';
import type { AttachmentRef } from '../../shared/attachment/model.ts';
import type { ActAnswer, DeskAct } from '../../shared/ipc/contract.ts';
import type { FileAdd, FileAdded } from '../../shared/ipc/files.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import type { FileStore } from './file-store.ts';
import { hashOf } from './hash.ts';

export interface AddOptions {
  readonly store: Pick<FileStore, 'keep'>;
  readonly limits: () => AttachmentLimits;
  /** a ticket as this seat expects it to be: its own work that waits for the hub counts */
  readonly expected: (ticket: string) => Ticket | undefined;
  readonly act: (wish: DeskAct) => Promise<ActAnswer>;
}

/**
 * Attaches a file to a ticket: its bytes are on disk before the command is, and both before the screen shows it. What
 * the room would refuse is refused here, by what the file is and not by what it is called.
 */
export async function addFile({ ticket: id, name, bytes }: FileAdd, on: AddOptions): Promise<FileAdded> {
  const { fileBytes, perTicket } = on.limits();
  if (bytes.length === 0) return { kind: 'refused', why: 'empty' };
  if (bytes.length > fileBytes) return { kind: 'refused', why: 'large', limit: fileBytes };
  const type = mediaTypeOf(bytes);
  if (type === undefined) return { kind: 'refused', why: 'type' };
  const ticket = on.expected(id);
  const standing = ticket?.attachments ?? [];
  if (standing.length >= perTicket) return { kind: 'refused', why: 'many', limit: perTicket };
  const sha256 = hashOf(bytes);
  if (standing.some((one) => one.sha256 === sha256)) return { kind: 'refused', why: 'twice' };
  // Kept even where the command is refused below: it makes room for others once the sender has found it unwanted.
  if (!(await on.store.keep(sha256, bytes))) return { kind: 'refused', why: 'disk' };
  const args = { sha256, name: cleanName(name, type), size: bytes.length, type } satisfies AttachmentRef;
  const answer = await on.act({ op: 'ticket.attach', ticket: id, args, exp: ticket?.version ?? 0 });
  return answer.kind === 'refused' ? { kind: 'refused', why: answer.why } : { kind: 'kept' };
}
