import type { StepMark } from '../../../shared/procedure/mark.ts';
import type { Ticket } from '../../../shared/ticket/model.ts';
import { byUrgency } from '../../../shared/ticket/urgency.ts';
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

/** What one person left out for one motive, in one go: several rows closed at once are as many commands of a moment. */
export interface SkipAct {
  /** its first command's id: it keeps it while others join */
  readonly id: string;
  /** the most urgent ticket's first */
  readonly skipped: readonly SkippedStep[];
}

/** Commands made so soon one after the other, with the same words, are one act, ms. */
const ONE_GO_MS = 30_000;

/** @param skipped as `skippedSteps` found them */
export function actsOf(skipped: readonly SkippedStep[]): readonly SkipAct[] {
  const found: SkippedStep[][] = [];
  const going = new Map<string, SkippedStep[]>();
  for (const step of skipped.toReversed()) {
    const { person, motive, at } = step.mark;
    const author = JSON.stringify([person, motive]);
    const act = going.get(author);
    const last = act?.at(-1);
    if (act !== undefined && last !== undefined && millis(at) - millis(last.mark.at) <= ONE_GO_MS)
      act.push(step);
    else {
      const begun = [step];
      found.push(begun);
      going.set(author, begun);
    }
  }
  return found.map((act) => ({
    id: act[0]?.mark.cmd ?? '',
    skipped: act.toSorted((a, b) => byUrgency(a.ticket, b.ticket)),
  }));
}
