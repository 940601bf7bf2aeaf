import { type KeyBindingPress, matchKeyBindingPress, parseKeybinding } from 'tinykeys';

const PUNCTUATION = /^[^\p{L}\p{N}]$/u;
const DIGIT = /^\d$/;

/** The ways to press it: on some layouts « / » and « ? » want Shift, on a French one the row of digits does. */
function waysOf([mods, key]: KeyBindingPress): readonly KeyBindingPress[] {
  if (typeof key !== 'string') return [[mods, key]];
  if (PUNCTUATION.test(key))
    return [
      [mods, key],
      [[...mods, 'Shift'], key],
    ];
  // With Alt the digits of the pad write a letter on Windows: Alt 0233 is « é ».
  if (DIGIT.test(key) && mods.length > 0) return [[mods, `Digit${key}`]];
  if (DIGIT.test(key))
    return [
      [mods, key],
      [mods, `Digit${key}`],
    ];
  return [[mods, key]];
}

/** One key without Ctrl or Alt that writes something. */
const SINGLE = /^(?:Shift\+)?(.)$/u;

/**
 * The same key for who has single letters off (WCAG 2.1.4, character key shortcuts): with Alt; a digit with Ctrl, for
 * with Alt it goes to a workspace.
 */
export function withAlt(keys: string): string {
  const char = SINGLE.exec(keys)?.[1];
  if (char === undefined || char === ' ') return keys;
  return `${DIGIT.test(char) ? 'Control' : 'Alt'}+${keys}`;
}

/** As it is drawn: « Alt ⇧ D », « Ctrl 1 – 9 »; named keys and what has a modifier stay. */
export const capWithAlt = (shown: string): string =>
  /^\d/.test(shown) ? `Ctrl ${shown}` : /^(?:⇧ ?)?[\p{L}/?+-]$/u.test(shown) ? `Alt ${shown}` : shown;

/** Whether a press is the one that a shortcut names, whatever the keyboard's layout. @param keys as tinykeys writes it */
export function isPress(event: KeyboardEvent, keys: string): boolean {
  const [press, ...rest] = parseKeybinding(keys);
  if (press === undefined || rest.length > 0) throw new RangeError(`not one press: ${keys}`);
  return waysOf(press).some((way) => matchKeyBindingPress(event, way));
}

/** The digit that a key stands for, by the row above the letters or the pad, with or without Shift. */
export function digitOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): number | undefined {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? (DIGIT.test(key) ? key : undefined);
  return digit === undefined ? undefined : Number(digit);
}
