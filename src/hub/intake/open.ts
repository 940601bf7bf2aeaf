import type { CommandId, TicketId } from '../../shared/ids.ts';
import type { Decided } from '../../shared/ticket/decide.ts';
import type { Owner } from '../../shared/ticket/model.ts';
import type { Instant } from '../../shared/wire/time.ts';
import { journalize } from '../journal/journalize.ts';
import type { Unit } from '../store/unit.ts';
import { record } from '../tickets/record.ts';
import { nextReference } from '../tickets/reference.ts';
import type { Report } from './drafts.ts';

export interface IntakeContext {
  readonly newTicket: () => TicketId;
  readonly timeZone: string;
}

/** The ticket that a source's id has opened, whenever that was. */
export async function knownTicket(
  { tx }: Unit,
  {
    channel,
    source,
  }: Pick<Report, 'channel'> & { readonly source: { readonly system: string; readonly sourceId: string } },
): Promise<TicketId | undefined> {
  const row = await tx
    .selectFrom('intake_key')
    .select('ticket_id')
    .where('channel', '=', channel)
    .where('source', '=', source.system)
    .where('source_id', '=', source.sourceId)
    .executeTakeFirst();
  return row?.ticket_id as TicketId | undefined;
}

/** The same thing again: its report leads to a ticket that is open already. */
export async function openAlready(
  { tx }: Unit,
  { channel, source }: Pick<Report, 'channel' | 'source'>,
  ticket: TicketId,
): Promise<void> {
  const key = { channel, source: source.system, source_id: source.sourceId, ticket_id: ticket };
  await tx
    .insertInto('intake_key')
    .values(key)
    .onConflict((oc) => oc.columns(['channel', 'source', 'source_id']).doNothing())
    .execute();
}

/**
 * Opens the ticket of a report, once: however often it is sent, its source and source id lead to the same.
 * @param taken by whom, from the start: a call that somebody answers is theirs
 * @returns the ticket, new or known
 */
export async function openOnce(
  unit: Unit,
  report: Report,
  at: Instant,
  { newTicket, timeZone }: IntakeContext,
  taken?: { readonly owner: Owner; readonly cmd: CommandId },
): Promise<{ readonly ticket: TicketId; readonly opened: boolean }> {
  const known = await knownTicket(unit, report);
  if (known !== undefined) return { ticket: known, opened: false };
  const { channel, source, draft } = report;
  const id = newTicket();
  const key = { channel, source: source.system, source_id: source.sourceId, ticket_id: id };
  await unit.tx.insertInto('intake_key').values(key).execute();
  const ref = await nextReference(unit, at, timeZone);
  const decided: Decided = {
    ok: true,
    type: 'ticket.created',
    version: 1,
    patch: {
      ...draft,
      ref,
      source,
      ...(taken === undefined ? { state: 'open' } : heldBy(taken.owner, at)),
      units: [],
      links: [],
      openedAt: at,
    },
  };
  const by = taken === undefined ? {} : { ...taken.owner, cmd: taken.cmd };
  const { event } = await record(unit, id, undefined, decided, { at, ...by });
  const payload = { channel, source: source.system, sourceId: source.sourceId, seq: event.seq };
  await journalize(unit, { at, action: 'ticket.create', target: `ticket:${id}`, payload });
  return { ticket: id, opened: true };
}

const heldBy = (owner: Owner, at: Instant) =>
  ({ state: 'claimed', owner, claimedAt: at, acknowledgedBy: owner, acknowledgedAt: at }) as const;
