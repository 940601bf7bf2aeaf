import type { Outcome, Ticket } from '../ticket/model.ts';
import type { SkippedAtClosing } from '../wire/command.ts';
import { stepRead } from './as-read.ts';
import { choiceOf } from './choice.ts';
import type { StepRead } from './mark.ts';
import { allSteps, type Procedure, type PublishedProcedure } from './model.ts';
import { progressOf } from './progress.ts';

/**
 * Whether closing so answers for the procedure: there was an event, and it ends here. What was unfounded had nothing to
 * do, and of a duplicate the other ticket carries the steps. Whoever takes over from outside does not: « transmise »
 * says nothing of whether the SAMU was called before.
 */
export const answersForSteps = (outcome: Outcome): boolean =>
  outcome !== 'unfounded' && outcome !== 'duplicate';

/** Mandatory steps that are neither done nor skipped, of those that the answers so far ask for. */
export const owedSteps = (procedure: Procedure, ticket: Ticket): readonly StepRead[] =>
  progressOf(procedure, ticket, 0)
    .steps.filter(({ step, mark }) => step.mandatory === true && mark === undefined)
    .map(({ step }) => stepRead(step));

/**
 * The mandatory steps that closing a ticket would leave out, as its console shows them.
 * @returns undefined where there are none, or no one procedure is followed
 */
export function owedOn(
  published: Iterable<PublishedProcedure>,
  ticket: Ticket,
): SkippedAtClosing | undefined {
  const choice = choiceOf(published, ticket);
  if (choice.kind !== 'followed') return undefined;
  const { id, version } = choice.procedure;
  const steps = owedSteps(choice.procedure, ticket);
  return steps.length === 0 ? undefined : { procedure: { id, version }, steps: [...steps] };
}

interface Closing {
  readonly outcome: Outcome;
  readonly skipped?: SkippedAtClosing | undefined;
}

/**
 * What of a closing doesn't agree with the procedure that the ticket follows: a mandatory step that it leaves without
 * a word, a step that this doesn't have or words otherwise, steps without their motive.
 * @returns the field at fault; undefined where nothing is
 */
export function faultOfClosing(
  procedure: Procedure | undefined,
  ticket: Ticket,
  { outcome, skipped }: Closing,
  motive: string | undefined,
): string | undefined {
  if (skipped !== undefined) {
    const { id, version } = skipped.procedure;
    if (procedure?.id !== id || procedure.version !== version) return 'args.skipped';
    const known = allSteps(procedure).map(stepRead);
    const isOne = (step: StepRead) => known.some((one) => isSame(one, step) && one.mandatory === true);
    if (!skipped.steps.every(isOne)) return 'args.skipped';
    if (motive === undefined) return 'motive';
  }
  if (procedure === undefined || !answersForSteps(outcome)) return undefined;
  const named = skipped?.steps ?? [];
  const isNamed = (owed: StepRead) => named.some((one) => isSame(one, owed));
  return owedSteps(procedure, ticket).every(isNamed) ? undefined : 'args.skipped';
}

const isSame = (a: StepRead, b: StepRead): boolean => a.id === b.id && a.text === b.text;
