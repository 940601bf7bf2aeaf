import { matchKeyBindingPress, parseKeybinding } from 'tinykeys';
import type { MessageId } from '../../../shared/i18n/index.ts';

export interface Shortcut {
  /** as tinykeys writes it: « n », « Shift+? », « Control+Enter » */
  readonly keys: string;
  /** as it is drawn: « Ctrl Entrée » */
  readonly shown: string;
  readonly label: MessageId;
  /** fires inside text fields and dialogs too */
  readonly everywhere?: boolean;
  readonly run: (event: KeyboardEvent) => void;
}

export interface Keys {
  /** the latest one added wins a key; @returns takes it away again */
  add(shortcut: Shortcut): () => void;
  list(): readonly Shortcut[];
  dispose(): void;
}

const TEXT =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]';
const takesText = (target: EventTarget | null): boolean => target instanceof Element && target.matches(TEXT);

/** Enter and Space belong to the control that has focus. */
const pressesControl = (event: KeyboardEvent): boolean =>
  (event.key === 'Enter' || event.key === ' ') &&
  event.target instanceof Element &&
  event.target.closest('button, a, summary, [role=menuitem], [role=option]') !== null;

/** One listener for all shortcuts of a window, and the list of them for the page under « ? ». */
export function createKeys(target: Window): Keys {
  let shortcuts: readonly Shortcut[] = [];

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.repeat || event.isComposing || pressesControl(event)) return;
    const inText = takesText(event.target);
    const inDialog = target.document.querySelector('dialog[open]') !== null;
    const hit = shortcuts.findLast(
      (shortcut) =>
        (shortcut.everywhere === true || (!inText && !inDialog)) &&
        parseKeybinding(shortcut.keys).every((press) => matchKeyBindingPress(event, press)),
    );
    if (hit === undefined) return;
    event.preventDefault();
    hit.run(event);
  }
  target.addEventListener('keydown', onKey);
  return {
    add(shortcut) {
      shortcuts = [...shortcuts, shortcut];
      return () => {
        shortcuts = shortcuts.filter((other) => other !== shortcut);
      };
    },
    list: () => shortcuts,
    dispose: () => target.removeEventListener('keydown', onKey),
  };
}
