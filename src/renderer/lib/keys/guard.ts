import { digitOf } from './match.ts';
import type { Shortcut } from './shortcut.ts';
import { ALONE_MS, judge, NO_TYPING, type Press, TEXT_MS } from './typing.ts';

/** Why keys were pressed and nothing came of it. */
export type Ignored =
  /** somebody writes where no field takes it; the first key may have run by then */
  | { readonly why: 'text'; readonly after: Shortcut | undefined }
  /** what the key did has gone while it waited */
  | { readonly why: 'gone'; readonly shortcut: Shortcut }
  /** what it acts on was out of view, and has just been brought there: pressed again it acts */
  | { readonly why: 'unseen'; readonly shortcut: Pick<Shortcut, 'shown'> }
  /** it does nothing here, now; or what it was meant to choose from has not come */
  | { readonly why: 'untaken'; readonly key: string }
  | { readonly why: 'stray'; readonly key: string };

export interface Guard {
  /**
   * A key that writes something was pressed where no field takes it.
   * @returns whether it is taken: nothing else may come of it
   */
  readonly press: (event: KeyboardEvent, hit: Shortcut | undefined) => boolean;
  /** something else is done, with the mouse or by a key that writes nothing: what waits is no text, and runs first */
  readonly settle: () => void;
  /** nothing that waits is run any more */
  readonly drop: () => void;
}

type Timer = ReturnType<typeof setTimeout>;

interface GuardOptions {
  /** whether a shortcut is still there when its time has come */
  readonly stands: (shortcut: Shortcut) => boolean;
  readonly ignored: (what: Ignored) => void;
}

/**
 * Tells a key from the letters of a sentence that finds no field. What acts waits a moment, and runs only if nothing
 * is written before or after it; what opens or shows something runs at once, but no second key of a sentence does.
 * Two commands in one go are kept until no third letter can make them a word, and then run in their order.
 */
export function createGuard({ stands, ignored }: GuardOptions): Guard {
  let typing = NO_TYPING;
  let ran: Shortcut | undefined;
  const waiting = new Map<Shortcut, { readonly event: KeyboardEvent; readonly timer: Timer }>();

  function drop(): void {
    for (const { timer } of waiting.values()) clearTimeout(timer);
    waiting.clear();
  }
  function run(shortcut: Shortcut, event: KeyboardEvent): void {
    if (stands(shortcut)) shortcut.run(event);
    else ignored({ why: 'gone', shortcut });
  }
  function wait(shortcut: Shortcut, event: KeyboardEvent, ms: number): void {
    const due = () => {
      waiting.delete(shortcut);
      run(shortcut, event);
    };
    waiting.set(shortcut, { event, timer: setTimeout(due, ms) });
  }
  /** What waits, and this one after it. */
  function waitLonger(shortcut: Shortcut, event: KeyboardEvent): void {
    const all = [...waiting];
    drop();
    for (const [other, one] of all) wait(other, one.event, TEXT_MS);
    wait(shortcut, event, TEXT_MS);
  }
  return {
    press(event, hit) {
      const [next, verdict] = judge(typing, pressOf(event, hit));
      typing = next;
      if (verdict === 'text') {
        drop();
        ignored({ why: 'text', after: ran });
        return true;
      }
      if (verdict === 'stray') {
        ran = undefined;
        ignored({ why: 'stray', key: event.key });
        return true;
      }
      if (hit === undefined) {
        ran = undefined;
        if (COMMANDS.test(event.key)) ignored({ why: 'untaken', key: event.key });
        return false;
      }
      if (verdict === 'second') {
        waitLonger(hit, event);
      } else if (hit.manner === 'acts') {
        ran = undefined;
        if (verdict === 'key') wait(hit, event, ALONE_MS);
      } else {
        ran = hit.manner === 'walks' ? undefined : hit;
        hit.run(event);
      }
      return true;
    },
    settle() {
      typing = NO_TYPING;
      const all = [...waiting];
      drop();
      for (const [shortcut, { event }] of all) run(shortcut, event);
    },
    drop,
  };
}

/** What is pressed to command something; a space or a sign scrolls, or goes to what has the keyboard. */
const COMMANDS = /^[\p{L}\p{N}]$/u;

/** Whether a key writes something by itself. */
export const isBare = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  ([...key].length === 1 || key === 'Dead') && !ctrlKey && !altKey && !metaKey;

/** A key of the row of digits that is a shortcut is one, whatever the layout writes there. */
const isDigit = (event: KeyboardEvent, hit: Shortcut | undefined): boolean =>
  digitOf(event) !== undefined && (hit !== undefined || /\d/.test(event.key));

const pressOf = (event: KeyboardEvent, hit: Shortcut | undefined): Press => ({
  char: event.key,
  at: event.timeStamp,
  isDigit: isDigit(event, hit),
  // A digit is meant for what the letter before it opens, which may not be there yet.
  isCommand: hit !== undefined && !isDigit(event, hit),
  walks: hit?.manner === 'walks',
  isTaken: hit !== undefined || !COMMANDS.test(event.key),
  speech: hit?.manner === 'speech',
});
