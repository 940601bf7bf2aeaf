import { LOOKS, markIn, NOTHING, ringIn, type ShownSigns, seen } from '../painter/look.ts';
import { Mark, Ring } from '../painter/mark.ts';

/** A line of the legend. Of marks every lamp has one; a ring may be about it. */
export type Sign =
  | { readonly kind: 'mark'; readonly name: keyof typeof Mark; readonly of: Mark }
  | { readonly kind: 'ring'; readonly name: Exclude<keyof typeof Ring, 'none'>; readonly of: Ring };

const mark = (name: keyof typeof Mark): Sign => ({ kind: 'mark', name, of: Mark[name] });
const ring = (name: Exclude<keyof typeof Ring, 'none'>): Sign => ({ kind: 'ring', name, of: Ring[name] });

/** In the order in which one reads them: light first, then what is about it, then what is wrong. */
export const SIGNS: readonly Sign[] = [
  ...(['level4', 'level3', 'level2', 'level1', 'off'] as const).map(mark),
  ...(['presence', 'override', 'commanded', 'acknowledged', 'behind'] as const).map(ring),
  ...(['fault', 'noNews'] as const).map(mark),
];

/** What is wrong, and nothing else. */
export const ONLY_WRONG: ShownSigns = {
  marks: (1 << Mark.fault) | (1 << Mark.noNews),
  rings: 1 << Ring.behind,
};

export const isShown = (shown: ShownSigns, { kind, of }: Sign): boolean =>
  ((kind === 'mark' ? shown.marks : shown.rings) >> of) % 2 === 1;

export const withSign = (shown: ShownSigns, { kind, of }: Sign, show: boolean): ShownSigns => {
  const change = (bits: number) => (show ? bits | (1 << of) : bits & ~(1 << of));
  return kind === 'mark'
    ? { ...shown, marks: change(shown.marks) }
    : { ...shown, rings: change(shown.rings) };
};

/** How many lamps of each look there are: see `LampTable.counts`. */
export type LookCounts = ArrayLike<number>;

const sum = (counts: LookCounts, of: (look: number) => boolean): number => {
  let total = 0;
  for (let look = 0; look < LOOKS; look++) if (of(look)) total += counts[look]!;
  return total;
};

export const countOf = (counts: LookCounts, { kind, of }: Sign): number =>
  sum(counts, (look) => (kind === 'mark' ? markIn(look) : ringIn(look)) === of);

/** What the operator has hidden: how many signs, and of the lamps that can't be seen how many, and how many at fault. */
export interface Hidden {
  readonly signs: number;
  readonly lamps: number;
  readonly faults: number;
}

export function hiddenOf(shown: ShownSigns, counts: LookCounts): Hidden | undefined {
  const signs = SIGNS.filter((sign) => !isShown(shown, sign)).length;
  if (signs === 0) return undefined;
  const unseen = (look: number) => seen(look, shown) === NOTHING;
  return {
    signs,
    lamps: sum(counts, unseen),
    faults: sum(counts, (look) => unseen(look) && markIn(look) === Mark.fault),
  };
}
