import { z } from 'zod';
import { Outcome, Priority, type Ticket, type TicketEvent } from '../ticket/model.ts';
import { Instant } from '../wire/time.ts';

/** The changes of a ticket that matter to whoever reported it. */
export const MOMENTS = [
  'received',
  'taken',
  'onItsWay',
  'merged',
  'closed',
  'reopened',
  'promised',
  'revoked',
] as const;
export type Moment = (typeof MOMENTS)[number];

/** What an answer may speak of: nothing of people, and no time but what the ticket tracks. */
export const AnswerFacts = z.object({
  moment: z.enum(MOMENTS),
  kind: z.string(),
  ref: z.string().optional(),
  priority: Priority,
  outcome: Outcome.optional(),
  /** until when somebody calls back, where that is promised */
  due: Instant.optional(),
});
export type AnswerFacts = z.infer<typeof AnswerFacts>;

/** Said once for a report: that it is taken again after a release is no news outside the room. */
export const SAID_ONCE: readonly Moment[] = ['taken', 'onItsWay'];
/** Between the room and one person: not for those whose reports were merged into theirs. */
export const PERSONAL: readonly Moment[] = ['promised', 'revoked'];

const MOMENT_OF: Partial<Record<TicketEvent['type'], Moment>> = {
  'ticket.created': 'received',
  'ticket.claimed': 'taken',
  'ticket.assigned': 'onItsWay',
  'ticket.merged': 'merged',
  'ticket.closed': 'closed',
  'ticket.reopened': 'reopened',
  'ticket.promised': 'promised',
  'ticket.revoked': 'revoked',
};

/** What an event lets the person who reported know; undefined where it is the room's own matter. */
export function answerFacts(
  { kind, ref, priority, outcome, callback }: Ticket,
  { type }: Pick<TicketEvent, 'type'>,
): AnswerFacts | undefined {
  const moment = MOMENT_OF[type];
  if (moment === undefined) return undefined;
  return {
    moment,
    kind,
    priority,
    ...(ref === undefined ? {} : { ref }),
    ...(moment === 'closed' && outcome !== undefined ? { outcome } : {}),
    ...(moment === 'promised' && callback !== undefined ? { due: callback.due } : {}),
  };
}
