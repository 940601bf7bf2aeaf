import type { TicketCommand } from '../wire/command.ts';
import { applyEvent } from './apply.ts';
import { type Actor, decide } from './decide.ts';
import type { Ticket } from './model.ts';

/**
 * What a command on its way will make of the ticket, by the hub's own rule; the ticket as it is where the rule would
 * refuse. Foresight only: the hub may have heard somebody else before.
 */
export function foresee(
  ticket: Ticket | undefined,
  command: TicketCommand,
  actor: Actor,
): Ticket | undefined {
  const { target, madeAt: at } = command;
  // Its guard names the version that it was made on; what stands before it on its way has moved that.
  const here: TicketCommand = { ...command, exp: ticket?.version ?? 0 };
  const decision = decide(ticket, here, { actor, at, ref: '', tellable: () => true });
  if (!decision.ok || decision.type === 'ticket.noted') return ticket;
  const { type, version, patch } = decision;
  const { ref: _, ...seen } = patch;
  return applyEvent(ticket, { v: 1, seq: 1, epoch: 'foreseen', target, type, version, at, patch: seen });
}
