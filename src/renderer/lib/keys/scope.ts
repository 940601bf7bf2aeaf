import { isPress, withAlt } from './match.ts';
import type { Shortcut } from './shortcut.ts';

/** Where a key was pressed. */
export interface Scene {
  /** in a field that takes text, or in a menu: letters belong to it */
  readonly inText: boolean;
  readonly inDialog: boolean;
  /** on a button or the like: Enter and Space belong to it */
  readonly onControl: boolean;
  /** what was written is under way: whoever writes on does not mean a shortcut */
  readonly hushed: boolean;
  /** a letter alone is a shortcut; else it wants Alt */
  readonly letters: boolean;
}

/** The shortcut that a press runs: the latest one added that is heard where it was pressed. */
export function heard(
  shortcuts: readonly Shortcut[],
  event: KeyboardEvent,
  { inText, inDialog, onControl, hushed, letters }: Scene,
): Shortcut | undefined {
  if (event.defaultPrevented || event.repeat || event.isComposing) return undefined;
  if (onControl && (event.key === 'Enter' || event.key === ' ')) return undefined;
  return shortcuts.findLast(
    (shortcut) =>
      (shortcut.everywhere === true || (!inText && !inDialog && !hushed)) &&
      isPress(event, letters ? shortcut.keys : withAlt(shortcut.keys)),
  );
}
