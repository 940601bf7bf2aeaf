import type { Uncertain } from '../../../shared/energy/saving.ts';

/** No more figures than its uncertainty allows: whole ones where that is large, thousandths where it is tiny. */
export function figure({ value, off }: Uncertain): { readonly value: number; readonly off: number } {
  const steps = off >= 10 ? 1 : off >= 0.1 ? 10 : 1_000;
  // What rounds to nothing has no sign.
  const rounded = (n: number) => Math.round(n * steps) / steps + 0;
  const said = { value: rounded(value), off: rounded(off) };
  // Of something « ± 0 » would say that it is known exactly.
  return said.off === 0 && said.value !== 0 && off > 0 ? { ...said, off: 1 / steps } : said;
}
