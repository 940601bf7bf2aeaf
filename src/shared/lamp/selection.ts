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
}
/** What is selected, and what was before the last step. */
export interface Selecting {
  readonly now: Chosen;
  readonly before: Chosen | undefined;
}
export const NONE_CHOSEN: Chosen = { lamps: new Set(), by: { kind: 'none' } };
export const NOT_SELECTING: Selecting = { now: NONE_CHOSEN, before: undefined };

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
  if (!adds || now.lamps.size === 0) return step(selecting, { lamps: new Set(lamps), by });
  const both = new Set([...now.lamps, ...lamps]);
  return step(selecting, {
    lamps: both,
    by: now.by.kind === by.kind && !('name' in by) ? by : { kind: 'mixed' },
  });
}

/** Takes a lamp in, or out again. */
export function toggle(selecting: Selecting, lamp: LampKey): Selecting {
  const { lamps, by } = selecting.now;
  const next = new Set(lamps);
  if (!next.delete(lamp)) next.add(lamp);
  return step(selecting, {
    lamps: next,
    by: by.kind === 'none' || by.kind === 'click' ? { kind: 'click' } : { kind: 'mixed' },
  });
}

/** As it was before the last step; once more, as it was after it. */
export const undo = (selecting: Selecting): Selecting =>
  selecting.before === undefined ? selecting : { now: selecting.before, before: selecting.now };
