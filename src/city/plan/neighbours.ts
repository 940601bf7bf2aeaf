/** For each piece, those that share an end with it. */
type Neighbours = readonly (readonly number[])[];

export function neighboursOf(pieces: readonly { readonly ends: readonly number[] }[]): Neighbours {
  const atEnd = new Map<number, number[]>();
  pieces.forEach(({ ends }, i) => {
    for (const end of ends) {
      const there = atEnd.get(end);
      if (there) there.push(i);
      else atEnd.set(end, [i]);
    }
  });
  return pieces.map(({ ends }, i) => ends.flatMap((end) => atEnd.get(end)!.filter((j) => j !== i)));
}

/** The connected parts of a group. */
export function components(group: ReadonlySet<number>, neighbours: Neighbours): number[][] {
  const left = new Set(group);
  const found: number[][] = [];
  for (const start of left) {
    left.delete(start);
    const part = [start];
    for (let head = 0; head < part.length; head++)
      for (const next of neighbours[part[head]!]!) if (left.delete(next)) part.push(next);
    found.push(part);
  }
  return found;
}
