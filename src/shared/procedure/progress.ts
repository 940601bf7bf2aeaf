import type { Ticket } from '../ticket/model.ts';
import { later, millis } from '../wire/time.ts';
import { isMarkOf, type StepMark } from './mark.ts';
import { allSteps, type Procedure, type Step } from './model.ts';

/** A step as it is to be shown: only those that the answers given so far ask for. */
export interface ShownStep {
  readonly step: Step;
  /** how many questions it stands under */
  readonly depth: number;
  readonly mark?: StepMark;
  /** ms since the epoch; undefined where no time is set, or what it counts from has not happened */
  readonly dueAt?: number;
  /** still to do, and its time is over */
  readonly overdue: boolean;
  /** the first that is still to do */
  readonly current: boolean;
}

/** A mark that the procedure shows no step for: it was made all the same, and stays. */
export interface AsideMark {
  readonly mark: StepMark;
  /** a step of an answer that is not given (any more), one that this version does not have, or of another procedure */
  readonly why: 'otherAnswer' | 'otherVersion' | 'otherProcedure';
}

export interface Progress {
  readonly steps: readonly ShownStep[];
  readonly aside: readonly AsideMark[];
  /** of those shown */
  readonly done: number;
  readonly skipped: number;
  readonly overdue: number;
}

/**
 * How far a ticket is with a procedure. Pure, and whatever the order in which marks came in.
 * @param now ms since the epoch, by the room's clock
 */
export function progressOf(
  procedure: Procedure,
  ticket: Pick<Ticket, 'claimedAt' | 'steps'>,
  now: number,
): Progress {
  const marks = ticket.steps ?? [];
  const shown: Omit<ShownStep, 'current'>[] = [];
  walk(procedure.steps, 0);

  function walk(steps: readonly Step[], depth: number): void {
    for (const step of steps) {
      const mark = marks.find((one) => isMarkOf(one, procedure.id, step.id));
      const dueAt = dueOf(step, ticket, shown.at(-1)?.mark);
      const overdue = mark === undefined && dueAt !== undefined && dueAt < now;
      shown.push({ step, depth, overdue, ...(mark && { mark }), ...(dueAt !== undefined && { dueAt }) });
      const answer = step.ask?.answers.find(({ id }) => id === mark?.answer?.id);
      walk(answer?.steps ?? [], depth + 1);
    }
  }

  const current = shown.findIndex(({ mark }) => mark === undefined);
  return {
    steps: shown.map((one, n) => ({ ...one, current: n === current })),
    aside: asideOf(procedure, marks, new Set(shown.map(({ mark }) => mark))),
    done: shown.filter(({ mark }) => mark?.state === 'done').length,
    skipped: shown.filter(({ mark }) => mark?.state === 'skipped').length,
    overdue: shown.filter(({ overdue }) => overdue).length,
  };
}

/** Nobody is at the steps of what nobody has taken: it is late by its target to be taken, and they by none. */
function dueOf(
  { within }: Step,
  { claimedAt }: Pick<Ticket, 'claimedAt'>,
  previous: StepMark | undefined,
): number | undefined {
  if (within === undefined || claimedAt === undefined) return undefined;
  if (within.from === 'previous' && previous === undefined) return undefined;
  // A step that was done before it was taken, or taken again, leaves its time to who is at it now.
  const from = within.from === 'previous' && previous ? later(previous.at, claimedAt) : claimedAt;
  return millis(from) + within.minutes * 60_000;
}

function asideOf(
  procedure: Procedure,
  marks: readonly StepMark[],
  shown: ReadonlySet<StepMark | undefined>,
): readonly AsideMark[] {
  const known = new Set(allSteps(procedure).map(({ id }) => id));
  return marks
    .filter((mark) => !shown.has(mark))
    .toSorted((a, b) => a.at.localeCompare(b.at) || a.cmd.localeCompare(b.cmd))
    .map((mark) => ({
      mark,
      why:
        mark.procedure.id !== procedure.id
          ? 'otherProcedure'
          : known.has(mark.step.id)
            ? 'otherAnswer'
            : 'otherVersion',
    }));
}
