import { answerFacts, PERSONAL, SAID_ONCE } from '../../shared/answer/moment.ts';
import type { TicketId } from '../../shared/ids.ts';
import type { Ticket, TicketEvent } from '../../shared/ticket/model.ts';
import type { Tx } from '../store/tables.ts';
import type { Unit } from '../store/unit.ts';

/** Counter of the answers: they leave in this order. */
const ANSWER_COUNTER = 'answer';
/** More were never merged into one by hand. */
const MOST_MERGED = 200;

interface Reporter {
  readonly source: string;
  readonly sourceId: string;
  /** the ticket that their report opened */
  readonly own: string;
}

/** Keeps, in the transaction of an event, what those who reported are to be told of it. */
export async function queueAnswers(
  unit: Unit,
  ticket: Ticket,
  event: TicketEvent,
  before: Ticket | undefined,
): Promise<void> {
  const facts = answerFacts(ticket, event);
  if (facts === undefined) return;
  const { moment } = facts;
  // A promise that came by a merge was made to who reported the other ticket.
  const promised = (event.type === 'ticket.revoked' ? before : ticket)?.callback?.from ?? ticket.id;
  for (const { source, sourceId, own } of await reportersOf(unit.tx, ticket.id)) {
    if (PERSONAL.includes(moment) && own !== promised) continue;
    if (SAID_ONCE.includes(moment) && (await wasSaid(unit.tx, source, sourceId, moment))) continue;
    await unit.tx
      .insertInto('answer')
      .values({
        n: await unit.count(ANSWER_COUNTER),
        source,
        source_id: sourceId,
        ticket_id: ticket.id,
        moment,
        facts: JSON.stringify(facts),
        sent_at: null,
      })
      .execute();
  }
}

/** Who reported it, or something that was merged into it since: programs of the public alone pass answers on. */
async function reportersOf(tx: Tx, ticket: TicketId): Promise<readonly Reporter[]> {
  const tickets = await withMerged(tx, ticket);
  const rows = await tx
    .selectFrom('intake_key')
    .select(['source', 'source_id', 'ticket_id'])
    .where('channel', '=', 'intake')
    .where('ticket_id', 'in', tickets)
    .execute();
  return rows.map(({ source, source_id, ticket_id }) => ({ source, sourceId: source_id, own: ticket_id }));
}

async function withMerged(tx: Tx, ticket: TicketId): Promise<readonly string[]> {
  const all: string[] = [ticket];
  for (let next = [ticket as string]; next.length > 0 && all.length < MOST_MERGED; ) {
    const rows = await tx.selectFrom('ticket').select('id').where('merged_into', 'in', next).execute();
    next = rows.map(({ id }) => id).filter((id) => !all.includes(id));
    all.push(...next);
  }
  return all;
}

async function wasSaid(tx: Tx, source: string, sourceId: string, moment: string): Promise<boolean> {
  const row = await tx
    .selectFrom('answer')
    .select('n')
    .where('source', '=', source)
    .where('source_id', '=', sourceId)
    .where('moment', '=', moment)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
