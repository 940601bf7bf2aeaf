import { heard, type Scene } from './scope.ts';
import type { Shortcut } from './shortcut.ts';

export interface Keys {
  /** the latest one added wins a key; @returns takes it away again */
  add(shortcut: Shortcut): () => void;
  list(): readonly Shortcut[];
  /** Only what holds everywhere is heard from now on. @returns ends it */
  hush(): () => void;
  dispose(): void;
}

const TEXT =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=range]), textarea, select, [contenteditable=true]';
/** Its letters go to the item that begins so. */
const MENU = '[role=menu]';
const CONTROL = 'button, a, summary, [role=menuitem], [role=option]';

function sceneOf(target: EventTarget | null, document: Document): Omit<Scene, 'hushed'> {
  const at = target instanceof Element ? target : undefined;
  return {
    inText: at?.matches(TEXT) === true || at?.closest(MENU) != null,
    inDialog: document.querySelector('dialog[open]') !== null,
    onControl: at?.closest(CONTROL) != null,
  };
}

/** One listener for all shortcuts of a window, and the list of them for the page under « ? ». */
export function createKeys(target: Window): Keys {
  let shortcuts: readonly Shortcut[] = [];
  const hushed = new Set<object>();

  function onKey(event: KeyboardEvent): void {
    const hit = heard(shortcuts, event, {
      ...sceneOf(event.target, target.document),
      hushed: hushed.size > 0,
    });
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
    hush() {
      const mine = {};
      hushed.add(mine);
      return () => void hushed.delete(mine);
    },
    dispose: () => target.removeEventListener('keydown', onKey),
  };
}
