import type { CommandId, PersonId, RuleId, SeatId, TicketId } from '../../shared/ids.ts';
import { applyEvent } from '../../shared/ticket/apply.ts';
import type { Decided } from '../../shared/ticket/decide.ts';
import type { Ticket, TicketEvent } from '../../shared/ticket/model.ts';
import type { Instant } from '../../shared/wire/time.ts';
import { queueAnswers } from '../answers/queue.ts';
import { writeText } from '../search/text.ts';
import type { Unit } from '../store/unit.ts';

/** What an event says beyond the decision: by whom, when and why. */
export interface Attribution {
  readonly at: Instant;
  readonly seat?: SeatId;
  readonly person?: PersonId;
  readonly cmd?: CommandId;
  readonly madeAt?: Instant;
  readonly motive?: string;
  /** the rule whose advice was followed */
  readonly advice?: RuleId;
}

/** The row had another version than the one decided upon: somebody else wrote in between. */
export class VersionMoved extends Error {
  override readonly name = 'VersionMoved';
}

/**
 * Writes a decision: the event with its sequence, and the ticket on condition that it still has the version
 * that was decided upon.
 * @throws ZodError where the change would make no valid ticket
 * @throws VersionMoved
 */
export async function record(
  unit: Unit,
  id: TicketId,
  before: Ticket | undefined,
  { type, version, patch, note, to, byVoice, unit: about, subject, answer, light }: Decided,
  { at, seat, person, cmd, madeAt, motive, advice }: Attribution,
): Promise<{ readonly ticket: Ticket; readonly event: TicketEvent }> {
  const draft: Omit<TicketEvent, 'seq'> = {
    v: 1,
    epoch: unit.epoch,
    target: { type: 'ticket', id },
    type,
    ...(seat === undefined ? {} : { seat }),
    ...(person === undefined ? {} : { person }),
    version,
    ...(cmd === undefined ? {} : { cmd }),
    at,
    ...(madeAt === undefined ? {} : { madeAt }),
    patch,
    ...(note === undefined ? {} : { note }),
    ...(to === undefined ? {} : { to }),
    ...(byVoice === undefined ? {} : { byVoice }),
    ...(motive === undefined ? {} : { motive }),
    ...(about === undefined ? {} : { unit: about }),
    ...(advice === undefined ? {} : { advice }),
    ...(subject === undefined ? {} : { subject }),
    ...(answer === undefined ? {} : { answer }),
    ...(light === undefined ? {} : { light }),
  };
  // Applied before a sequence is taken: what makes no ticket must not leave a gap.
  const ticket = applyEvent(before, { ...draft, seq: 1 });
  const event: TicketEvent = { ...draft, seq: unit.nextSeq() };
  await writeTicket(unit, before, ticket, event.seq);
  await unit.tx
    .insertInto('event')
    .values({ seq: event.seq, target_id: id, at, json: JSON.stringify(event) })
    .execute();
  await writeText(unit, before, ticket, event);
  await queueAnswers(unit, ticket, event, before);
  if (advice !== undefined)
    await unit.tx.insertInto('advice').values({ seq: event.seq, rule: advice, at }).execute();
  return { ticket, event };
}

async function writeTicket(
  { tx }: Unit,
  before: Ticket | undefined,
  ticket: Ticket,
  seq: number,
): Promise<void> {
  const row = {
    version: ticket.version,
    state: ticket.state,
    owner_seat: ticket.owner?.seat ?? null,
    owner_person: ticket.owner?.person ?? null,
    closed_at: ticket.closedAt ?? null,
    last_seq: seq,
    merged_into: ticket.mergedInto ?? null,
    json: JSON.stringify(ticket),
  };
  if (before === undefined) {
    await tx
      .insertInto('ticket')
      .values({ id: ticket.id, ...row })
      .execute();
    return;
  }
  const { numUpdatedRows } = await tx
    .updateTable('ticket')
    .set(row)
    .where('id', '=', ticket.id)
    .where('version', '=', before.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n)
    throw new VersionMoved(`ticket ${ticket.id} is not at ${before.version} any more`);
}
