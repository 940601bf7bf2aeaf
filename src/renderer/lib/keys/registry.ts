import { createGuard, type Ignored, isBare } from './guard.ts';
import { createKeeper } from './keeper.ts';
import { heard, type Scene } from './scope.ts';
import type { Shortcut } from './shortcut.ts';

export interface Keys {
  /** the latest one added wins a key; @returns takes it away again */
  add(shortcut: Shortcut): () => void;
  list(): readonly Shortcut[];
  /** Only what holds everywhere is heard from now on. @returns ends it */
  hush(): () => void;
  /** Whether a letter alone is a shortcut, or wants Alt. */
  setLetters(on: boolean): void;
  /** A form is coming: what is typed until then is written into its first field. */
  keep(): void;
  /** It comes no more: whoever typed is told what. */
  giveBack(): void;
  /** Tells the operator why a key did nothing. */
  readonly ignored: KeysVoice['ignored'];
  dispose(): void;
}

/** What the operator is to be told of keys from which nothing came. */
export interface KeysVoice {
  readonly ignored: (what: Ignored) => void;
  /** a form did not come: what was typed for it */
  readonly lost: (typed: string) => void;
}

const TEXT =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=range]), textarea, select, [contenteditable=true]';
/** Its letters go to the item that begins so. */
const MENU = '[role=menu]';
const CONTROL = 'button, a, summary, [role=menuitem], [role=option]';
/** They are held while another is pressed, in the middle of a word too. */
const HELD = /^(?:Shift|CapsLock|AltGraph)$/;
/** A field of a form that has come. */
const FORM_FIELD = 'dialog[open] :is(input[type=text], input:not([type]), textarea)';

function sceneOf(target: EventTarget | null, document: Document): Omit<Scene, 'hushed' | 'letters'> {
  const at = target instanceof Element ? target : undefined;
  return {
    inText: at?.matches(TEXT) === true || at?.closest(MENU) != null,
    inDialog: document.querySelector('dialog[open]') !== null,
    onControl: at?.closest(CONTROL) != null,
  };
}

/** Ctrl+Enter sends the form that it is pressed in, whichever it is. @returns whether there is one */
function sendsForm(event: KeyboardEvent): boolean {
  const form = event.target instanceof Element ? event.target.closest('form') : null;
  if (event.key !== 'Enter' || !event.ctrlKey || event.defaultPrevented || form === null) return false;
  event.preventDefault();
  if (!event.repeat) form.requestSubmit();
  return true;
}

/** One listener for all shortcuts of a window, and the list of them for the page under « ? ». */
export function createKeys(target: Window, voice: KeysVoice): Keys {
  let shortcuts: readonly Shortcut[] = [];
  const hushed = new Set<object>();
  let letters = true;
  const guard = createGuard({ stands: (one) => shortcuts.includes(one), ignored: voice.ignored });
  const keeper = createKeeper(voice.lost);

  function onKey(event: KeyboardEvent): void {
    const scene = { ...sceneOf(event.target, target.document), hushed: hushed.size > 0, letters };
    const isFree = !scene.inText && !scene.inDialog;
    const isKept = isFree && !event.defaultPrevented && !event.ctrlKey && !event.altKey;
    if (isKept && keeper.press(event)) {
      event.preventDefault();
      return;
    }
    if (sendsForm(event)) return;
    const hit = heard(shortcuts, event, scene);
    if (event.repeat || event.defaultPrevented) return;
    if (letters && isFree && !scene.hushed && hit?.everywhere !== true && isBare(event)) {
      if (guard.press(event, hit)) event.preventDefault();
      return;
    }
    if (event.key === 'Escape') guard.drop();
    if (!HELD.test(event.key)) guard.settle();
    if (hit === undefined) return;
    event.preventDefault();
    hit.run(event);
  }
  function onFocus({ target: field }: FocusEvent): void {
    if (!keeper.isOn() || !(field instanceof Element) || !field.matches(FORM_FIELD)) return;
    queueMicrotask(() => keeper.land(field as HTMLInputElement)); // once it has the focus
  }
  target.addEventListener('keydown', onKey);
  target.addEventListener('focusin', onFocus);
  target.addEventListener('pointerdown', guard.settle);
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
    setLetters(on) {
      letters = on;
    },
    keep: keeper.begin,
    giveBack: keeper.giveBack,
    ignored: voice.ignored,
    dispose() {
      guard.drop();
      target.removeEventListener('keydown', onKey);
      target.removeEventListener('focusin', onFocus);
      target.removeEventListener('pointerdown', guard.settle);
    },
  };
}
