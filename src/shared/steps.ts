/** A long reckoning that leaves others their turn: it yields between its steps, and returns what it has made of them. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** For whoever cannot wait: all steps, one after the other. Others get theirs by `src/node/in-turns.ts`. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
