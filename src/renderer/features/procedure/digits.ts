import type { Procedure, Step } from '../../../shared/procedure/model.ts';

/** As many as there are digits to press. */
const DIGITS = 9;

const below = ({ ask }: Step): readonly Step[] => ask?.answers.flatMap(({ steps = [] }) => steps) ?? [];

/**
 * The digit of each step, by its place in the procedure, whatever is done, left out or answered meanwhile: who has read
 * « 2 » ticks that step or none. Steps that wait for an answer come after all that are there from the beginning, so that
 * no branch numbers anything anew. Those after the ninth have none.
 */
export function digitsOf({ steps }: Pick<Procedure, 'steps'>): ReadonlyMap<string, number> {
  const inOrder: string[] = [];
  for (let level = steps; level.length > 0; level = level.flatMap(below))
    inOrder.push(...level.map(({ id }) => id));
  return new Map(inOrder.slice(0, DIGITS).map((id, n) => [id, n + 1]));
}
