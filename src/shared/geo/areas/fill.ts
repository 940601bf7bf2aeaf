/** Whose ground it is that is nobody's. */
export const NOBODY = -1;
/** What is taken about a place, squares: gaps twice as wide between places of a group are its own. */
const REACH = 4;
/** What is left of that outside, where nobody is beyond. */
const MARGIN = 1;

/**
 * Gives the ground within reach to who is nearest, then takes back what has nobody beyond it but for a margin, and lets
 * no square stand alone among another's.
 * @param owner whose each square is, row by row; about all of them is a rim wider than the reach
 */
export function fill(owner: Int16Array, columns: number): void {
  const straight = [1, -1, columns, -columns];
  const around = [...straight, columns + 1, columns - 1, 1 - columns, -1 - columns];
  const taken = new Uint8Array(owner.length);
  let edge: number[] = [];
  for (let square = 0; square < owner.length; square++) if (owner[square] !== NOBODY) edge.push(square);
  for (let step = 1; step <= REACH; step++)
    edge = spread(edge, step % 2 === 0 ? straight : around, (to, from) => {
      if (owner[to] !== NOBODY) return false;
      owner[to] = owner[from]!;
      taken[to] = step;
      return true;
    });
  edge = edge.filter((square) => straight.some((by) => owner[square + by] === NOBODY));
  for (const square of edge) owner[square] = NOBODY;
  for (let step = REACH - 1; step > MARGIN; step--)
    edge = spread(edge, step % 2 === 0 ? straight : around, (to) => {
      if (owner[to] === NOBODY || taken[to]! <= MARGIN) return false;
      owner[to] = NOBODY;
      return true;
    });
  for (let round = 0; round < 2; round++) takeSpecks(owner, around);
}

function spread(
  from: readonly number[],
  near: readonly number[],
  take: (to: number, from: number) => boolean,
): number[] {
  const taken: number[] = [];
  for (const square of from) for (const by of near) if (take(square + by, square)) taken.push(square + by);
  return taken;
}

/** How many of its neighbours one other group has where a square is that one's. */
const MOST = 5;

/** A square among those of one other group is theirs: a lamp of the next street makes no island. */
function takeSpecks(owner: Int16Array, around: readonly number[]): void {
  const before = owner.slice();
  for (let square = 0; square < before.length; square++) {
    const own = before[square]!;
    if (own === NOBODY) continue;
    let others = 0;
    for (const by of around) if (before[square + by] !== own) others++;
    if (others < MOST) continue;
    const beside = around.map((by) => before[square + by]!).filter((one) => one !== own && one !== NOBODY);
    const theirs = beside.find((one) => beside.filter((other) => other === one).length >= MOST);
    if (theirs !== undefined) owner[square] = theirs;
  }
}
