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
  /** % below which it is not dimmed now */
  readonly floor: number;
}

/** How many lamps would do what. Each is in one of these, but for `floored`, which are among them. */
export interface Preview {
  readonly raised: number;
  readonly dimmed: number;
  readonly same: number;
  /** will most likely not follow */
  readonly faulty: number;
  readonly silent: number;
  /** not commanded */
  readonly barred: number;
  readonly elsewhere: number;
  /** burn at their safety floor, above what is wanted */
  readonly floored: number;
}

/** @param wantedOf % for each lamp */
export function previewOf<L extends LampBefore>(lamps: Iterable<L>, wantedOf: (lamp: L) => number): Preview {
  const counts = { raised: 0, dimmed: 0, same: 0, faulty: 0, silent: 0, barred: 0, elsewhere: 0, floored: 0 };
  for (const lamp of lamps) {
    const wanted = wantedOf(lamp);
    counts[fateOf(lamp, wanted)]++;
    if (isNamed(lamp) && lamp.floor > wanted) counts.floored++;
  }
  return counts;
}

/** All that an order would name burn so already, and are well: it would only hold them there. */
export const changesNothing = ({ raised, dimmed, same, faulty, silent }: Preview): boolean =>
  same > 0 && raised + dimmed + faulty + silent === 0;

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
