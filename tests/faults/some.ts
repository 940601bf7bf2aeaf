/** One line for what does not hold, with examples; none where all holds. */
export const some = (what: string, all: readonly string[]): readonly string[] =>
  all.length === 0 ? [] : [`${what}: ${all.length}, such as ${all.slice(0, 3).join(' | ')}`];
