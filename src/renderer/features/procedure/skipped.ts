import type { StepMark } from '../../../shared/procedure/mark.ts';
import type { Ticket } from '../../../shared/ticket/model.ts';
import { millis } from '../../../shared/wire/time.ts';

/** A mandatory step that somebody left out. */
export interface SkippedStep {
  readonly ticket: Ticket;
  readonly mark: StepMark;
}

/** How long after its end a ticket's are still told of: a shift, ms. */
const SHIFT_MS = 12 * 3_600_000;

/**
 * The mandatory steps left out of tickets in work, and of those closed within a shift, the latest first.
 * @param now ms since the epoch
 */
export function skippedSteps(tickets: Iterable<Ticket>, now: number): readonly SkippedStep[] {
  const found: SkippedStep[] = [];
  for (const ticket of tickets) {
    if (ticket.steps === undefined) continue;
    if (ticket.closedAt !== undefined && millis(ticket.closedAt) < now - SHIFT_MS) continue;
    for (const mark of ticket.steps)
      if (mark.state === 'skipped' && mark.step.mandatory === true) found.push({ ticket, mark });
  }
  return found.toSorted((a, b) => b.mark.at.localeCompare(a.mark.at));
}
