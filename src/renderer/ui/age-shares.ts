/**
 * How much of the two halves of an age bar is filled, each 0 … 1: the first runs to the target, the second on
 * to twice the target and then stays full.
 */
export function ageShares(age: number, target: number): { readonly before: number; readonly past: number } {
  const share = target > 0 ? Math.max(0, age) / target : 0;
  return { before: Math.min(1, share), past: Math.min(1, Math.max(0, share - 1)) };
}
