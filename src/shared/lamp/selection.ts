/** A lamp as the seat names it, in one number: a selection of a whole city is a set of these and no objects. */
export type LampKey = number & { readonly LampKey: never };

const INDICES = 65_536; // a dictionary has no more lamps

export const lampKey = ({ slot, index }: { readonly slot: number; readonly index: number }): LampKey =>
  (slot * INDICES + index) as LampKey;
export const slotOf = (key: LampKey): number => Math.floor(key / INDICES);
export const indexOf = (key: LampKey): number => key % INDICES;

/** What lamps were chosen by: `mixed` of several ways; `named` is what somebody has called it, or a group's own name. */
export type ChosenBy =
  | { readonly kind: 'none' | 'click' | 'lasso' | 'box' | 'mixed' }
  | { readonly kind: 'named'; readonly name: string }
  /** what the lighting plan wants for an occasion: its levels go with it */
  | { readonly kind: 'scene'; readonly name: string; readonly id: string };

export interface Chosen {
  readonly lamps: ReadonlySet<LampKey>;
  readonly by: ChosenBy;
  /** all lamps that the name stands for: of these some may have been taken out, and it stays the name of the place */
  readonly whole?: ReadonlySet<LampKey>;
}
/** What is selected, and what was before the last step. */
export interface Selecting {
  readonly now: Chosen;
  readonly before: Chosen | undefined;
}
export const NONE_CHOSEN: Chosen = { lamps: new Set(), by: { kind: 'none' } };
export const NOT_SELECTING: Selecting = { now: NONE_CHOSEN, before: undefined };

/** Lamps that were chosen by what `by` says, and all of that where it has a name. */
export const chosen = (lamps: ReadonlySet<LampKey>, by: ChosenBy): Chosen =>
  'name' in by ? { lamps, by, whole: lamps } : { lamps, by };

/** Other lamps than now: by the name that they had as long as it stands for each of them, else by `by`. */
const changed = ({ by: named, whole }: Chosen, lamps: ReadonlySet<LampKey>, by: ChosenBy): Chosen =>
  whole !== undefined && [...lamps].every((key) => whole.has(key))
    ? { lamps, by: named, whole }
    : { lamps, by };

const step = ({ now }: Selecting, next: Chosen): Selecting => ({
  now: next.lamps.size === 0 ? NONE_CHOSEN : next,
  before: now,
});

/** These lamps and no others; with `adds` these beside those that are selected. */
export function choose(
  selecting: Selecting,
  lamps: Iterable<LampKey>,
  by: ChosenBy,
  adds: boolean,
): Selecting {
  const { now } = selecting;
  if (!adds || now.lamps.size === 0) return step(selecting, chosen(new Set(lamps), by));
  const both = new Set([...now.lamps, ...lamps]);
  return step(
    selecting,
    changed(now, both, now.by.kind === by.kind && !('name' in by) ? by : { kind: 'mixed' }),
  );
}

/** Takes a lamp in, or out again. */
export function toggle(selecting: Selecting, lamp: LampKey): Selecting {
  const { now } = selecting;
  const { kind } = now.by;
  const next = new Set(now.lamps);
  if (!next.delete(lamp)) next.add(lamp);
  return step(
    selecting,
    changed(now, next, { kind: kind === 'none' || kind === 'click' ? 'click' : 'mixed' }),
  );
}

/** As it was before the last step; once more, as it was after it. */
export const undo = (selecting: Selecting): Selecting =>
  selecting.before === undefined ? selecting : { now: selecting.before, before: selecting.now };
