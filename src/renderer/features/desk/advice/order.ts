import { isRefused } from '../../../../shared/advice/refusal.ts';
import type { Rule } from '../../../../shared/advice/rules.ts';
import type { Ticket } from '../../../../shared/ticket/model.ts';
import type { Proposal } from './proposal.ts';

/** A word given first, then what is over by itself, then what helps whoever is in danger, then what keeps the queue right, then what can wait. */
const PRESSING: readonly Rule[] = [
  'promise',
  'returned',
  'relight',
  'nearestUnit',
  'outage',
  'duplicate',
  'priority',
  'cameras',
  'kind',
  'trip',
];
/** Where nobody waits for light or a unit, the queue comes first. */
const CALM: readonly Rule[] = [
  'promise',
  'returned',
  'outage',
  'duplicate',
  'priority',
  'cameras',
  'kind',
  'nearestUnit',
  'relight',
  'trip',
];

/** What presses first, without what somebody has refused on this ticket. */
export function inOrder(
  ticket: Pick<Ticket, 'priority' | 'refusedAdvice'>,
  proposals: readonly Proposal[],
): readonly Proposal[] {
  const order = ticket.priority <= 2 ? PRESSING : CALM;
  return proposals
    .filter(({ rule, key }) => !isRefused(ticket, rule, key))
    .toSorted((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule));
}
