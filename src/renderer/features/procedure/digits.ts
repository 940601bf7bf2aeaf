import type { Procedure, Step } from '../../../shared/procedure/model.ts';

/** As many as there are digits to press. */
const DIGITS = 9;

const below = ({ ask }: Step): readonly Step[] => ask?.answers.flatMap(({ steps = [] }) => steps) ?? [];

/**
 * The digit of each step, by its place in the procedure, whatever is done, left out or answered meanwhile: who has read
 * « 2 » ticks that step or none. Steps that wait for an answer come after all that are there from the beginning, so that
 * no branch numbers anything anew. Those after the ninth have none: `digitOf`.
 */
export function digitsOf({ steps }: Pick<Procedure, 'steps'>): ReadonlyMap<string, number> {
  const inOrder: string[] = [];
  for (let level = steps; level.length > 0; level = level.flatMap(below))
    inOrder.push(...level.map(({ id }) => id));
  return new Map(inOrder.slice(0, DIGITS).map((id, n) => [id, n + 1]));
}

/** Where the hand is: on the step to do next. */
export interface Turn {
  readonly current: string | undefined;
  /** another was to do next a moment ago: who presses has read that one */
  readonly fresh: boolean;
}

/** The digit that ticks a step: its own, or 0 where it has none and it is its turn; undefined where no digit does. */
export function digitOf(digits: ReadonlyMap<string, number>, id: string, turn: Turn): number | undefined {
  return digits.get(id) ?? (id === turn.current && !turn.fresh ? 0 : undefined);
}
