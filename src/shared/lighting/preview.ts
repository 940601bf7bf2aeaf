/** What is known of a lamp that an order would name. */
export interface LampBefore {
  /** % as observed; undefined where it has never been heard of */
  readonly level: number | undefined;
  readonly faulty: boolean;
  /** it has been heard of, and is no more */
  readonly silent: boolean;
  /** in a perimeter where light is left as it is */
  readonly barred: boolean;
  /** in a district whose lamps are not the person's to command */
  readonly elsewhere: boolean;
  /** under an order that is on its way or in force */
  readonly ordered: boolean;
  /** % below which it is not dimmed now */
  readonly floor: number;
  /** for what it isn't, in words: « passage piéton rue Monge » */
  readonly floorOf?: string | undefined;
  /**
   * ms since the epoch: until then its programme keeps it at this level by itself, whoever passes; undefined where that
   * is not known or not so, and of a lamp that is out of its programme
   */
  readonly steadyUntil: number | undefined;
}

/** How many lamps would do what. Each is in one of these, but for `held`, `floored`, `lifted` and `replaced`, which are among them. */
export interface Preview {
  readonly raised: number;
  readonly dimmed: number;
  readonly same: number;
  /** of `same`: kept from what their programme or who passes would make of them before the end */
  readonly held: number;
  /** will most likely not follow */
  readonly faulty: number;
  readonly silent: number;
  /** not commanded */
  readonly barred: number;
  readonly elsewhere: number;
  /** burn at their safety floor, above what is wanted */
  readonly floored: number;
  /** of those, so many burn lower now, and rise */
  readonly lifted: number;
  /** taken from the order that they are under, maybe a colleague's: a lamp is under one only */
  readonly replaced: number;
}

const NONE = { raised: 0, dimmed: 0, same: 0, faulty: 0, silent: 0, barred: 0, elsewhere: 0 };

/** @param wantedOf % for each lamp @param end of the order, ms since the epoch */
export function previewOf<L extends LampBefore>(
  lamps: Iterable<L>,
  wantedOf: (lamp: L) => number,
  end: number,
): Preview {
  const counts = { ...NONE, held: 0, floored: 0, lifted: 0, replaced: 0 };
  for (const lamp of lamps) {
    const wanted = wantedOf(lamp);
    const fate = fateOf(lamp, wanted);
    counts[fate]++;
    if (fate === 'same' && (lamp.steadyUntil === undefined || lamp.steadyUntil < end)) counts.held++;
    if (isNamed(lamp) && lamp.ordered) counts.replaced++;
    if (!isNamed(lamp) || lamp.floor <= wanted) continue;
    counts.floored++;
    if (fate === 'raised') counts.lifted++;
  }
  return counts;
}

/**
 * For what lamps that an order would name stay above what is wanted, and how many for each: the most first, of as many in
 * the order of their words. @param wantedOf % for each lamp
 */
export function flooredFor<L extends LampBefore>(
  lamps: Iterable<L>,
  wantedOf: (lamp: L) => number,
): readonly (readonly [what: string, lamps: number])[] {
  const counts = new Map<string, number>();
  for (const lamp of lamps)
    if (isNamed(lamp) && lamp.floorOf !== undefined && lamp.floor > wantedOf(lamp))
      counts.set(lamp.floorOf, (counts.get(lamp.floorOf) ?? 0) + 1);
  return [...counts].toSorted(([a, n], [b, m]) => m - n || a.localeCompare(b));
}

/** All that an order would name burn so already, and are well: it would only hold them there. */
export const changesNothing = ({ raised, dimmed, same, faulty, silent }: Preview): boolean =>
  same > 0 && raised + dimmed + faulty + silent === 0;

/** Nor would it hold them: until its end their programme keeps them there without it. */
export const isForNothing = (preview: Preview): boolean => changesNothing(preview) && preview.held === 0;

/** Whether an order would name it at all. */
export const isNamed = ({ barred, elsewhere }: LampBefore): boolean => !barred && !elsewhere;

function fateOf({ level, faulty, silent, barred, elsewhere, floor }: LampBefore, wanted: number) {
  if (elsewhere) return 'elsewhere';
  if (barred) return 'barred';
  if (faulty) return 'faulty';
  if (silent || level === undefined) return 'silent';
  const target = Math.max(wanted, floor);
  return target > level ? 'raised' : target < level ? 'dimmed' : 'same';
}
