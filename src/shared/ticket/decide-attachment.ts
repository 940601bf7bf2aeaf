import type { Attachment, AttachmentRef } from '../attachment/model.ts';
import type { TicketCommand } from '../wire/command.ts';
import { type Instant, later } from '../wire/time.ts';
import type { Actor, Circumstances, Decided, Decision } from './decision.ts';
import type { Ticket, TicketEventType } from './model.ts';

export type AttachmentCommand = Extract<TicketCommand, { op: 'ticket.attach' | 'ticket.detach' }>;

/**
 * Files commute as notes do: whoever attaches one takes nothing from anybody, so it keeps the version, is not judged by
 * it and is taken in any state of the ticket. What went to the wrong ticket is taken off by who attached it, whose the
 * ticket is or a supervisor, with a motive; that it was there stays in the timeline.
 */
export function decideAttachment(
  ticket: Ticket,
  command: AttachmentCommand,
  { actor, at, files }: Circumstances,
): Decision {
  const standing = ticket.attachments ?? [];
  if (command.op === 'ticket.attach') {
    if (files !== undefined && command.args.size > files.limits.fileBytes)
      return { ok: false, code: 'INVALID', field: 'args.size' };
    if (files !== undefined && standing.length >= files.limits.perTicket)
      return { ok: false, code: 'BAD_STATE', field: 'attachments' };
    const added: Attachment = {
      ...command.args,
      cmd: command.cmd,
      person: actor.person,
      seat: actor.seat,
      at: later(ticket.openedAt, at),
      ...(files?.heldAt === undefined ? {} : { heldAt: files.heldAt }),
    };
    return changed(ticket, 'ticket.attached', [...standing, added], added.name);
  }
  const taken = standing.find(({ cmd }) => cmd === command.args.attachment);
  if (taken === undefined) return { ok: false, code: 'BAD_STATE', field: 'args.attachment' };
  if (!mayDetach(ticket, taken, actor)) return { ok: false, code: 'NOT_OWNER' };
  const rest = standing.filter((one) => one !== taken);
  return changed(ticket, 'ticket.detached', rest, taken.name);
}

/** Who attached it, whose the ticket is, or a supervisor. */
export const mayDetach = (
  { owner }: Pick<Ticket, 'owner'>,
  { person }: Pick<Attachment, 'person'>,
  actor: Pick<Actor, 'person' | 'role'>,
): boolean => actor.role === 'supervisor' || actor.person === person || actor.person === owner?.person;

/** All bytes of a file have come. @returns undefined where no attachment of the ticket waited for them */
export function nowHeld(
  ticket: Ticket,
  { sha256, size, type }: Omit<AttachmentRef, 'name'>,
  heldAt: Instant,
): Decided | undefined {
  const standing = ticket.attachments ?? [];
  // What says another size or type of the same bytes is wrong, and never comes.
  const waiting = standing.filter(
    (one) => one.heldAt === undefined && one.sha256 === sha256 && one.size === size && one.type === type,
  );
  const [first] = waiting;
  if (first === undefined) return undefined;
  const next = standing.map((one) => (waiting.includes(one) ? { ...one, heldAt } : one));
  return changed(ticket, 'ticket.fileHeld', next, first.name);
}

const changed = (
  { version, attachmentRevision = 0 }: Ticket,
  type: TicketEventType,
  attachments: Attachment[],
  subject: string,
): Decided => ({
  ok: true,
  type,
  version,
  patch: { attachments, attachmentRevision: attachmentRevision + 1 },
  subject,
});
