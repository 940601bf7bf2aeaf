import type { Shortcut } from './shortcut.ts';

/**
 * Those that a press would run now, each said once: of several on one key the latest one added is heard (`heard`), and
 * nine digits that do one thing are one line.
 */
export function inForce(shortcuts: readonly Shortcut[]): readonly Shortcut[] {
  const byKey = new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut]));
  const listed = shortcuts.filter((one) => byKey.get(one.keys) === one && one.unlisted !== true);
  return [...new Map(listed.map((one) => [`${one.label} ${one.shown}`, one])).values()];
}
