/** What one press is, as far as it tells typing from commanding. */
export interface Press {
  /** what it writes: « a », « 7 », « ; » */
  readonly char: string;
  /** when, ms, by any clock that only goes on */
  readonly at: number;
  /** digits follow each other without being a text */
  readonly isDigit?: boolean;
  /** goes from line to line, and is pressed as often as one likes */
  readonly walks?: boolean;
  /** it does something here, now */
  readonly isTaken?: boolean;
  /** what comes after it is what somebody says */
  readonly speech?: boolean;
}

/** What was pressed lately where no field takes text. */
export interface Typing {
  readonly last: Press | undefined;
  /** somebody writes a sentence */
  readonly isText: boolean;
}

/**
 * A key of its own, the same one pressed twice in one go, a letter of a text, or a digit meant for what the key before it
 * was to open and did not.
 */
export type Verdict = 'key' | 'again' | 'text' | 'stray';

/** Two letters that follow each other sooner are a text; who commands reads between two keys, ms. */
export const ALONE_MS = 400;
/** A text is over when nothing was written for so long, ms: whoever listens and writes stops between words. */
export const TEXT_MS = 1_000;

/** For so long a digit belongs to the key before it that was not taken, ms: one reads what has come before one chooses. */
export const STRAY_MS = 2_000;

export const NO_TYPING: Typing = { last: undefined, isText: false };

/** Judges a press by those before it. Whether another makes it the first letter of a text is only known after it. */
export function judge({ last, isText }: Typing, press: Press): readonly [Typing, Verdict] {
  const gap = last === undefined ? Number.POSITIVE_INFINITY : press.at - last.at;
  // The key that waits for words is none of them: a call may ring by now.
  const isSame = last?.speech === true && last.char === press.char;
  if (isText && gap <= TEXT_MS && !isSame) return [{ last: press, isText }, 'text'];
  if (gap < ALONE_MS && last !== undefined && !last.walks) {
    if (last.char === press.char) return [{ last: press, isText: false }, 'again'];
    if (!(last.isDigit && press.isDigit)) return [{ last: press, isText: true }, 'text'];
  }
  if (press.isDigit && last?.isTaken === false && gap <= STRAY_MS)
    return [{ last: { ...press, isTaken: false }, isText: false }, 'stray'];
  return [{ last: press, isText: press.speech === true }, 'key'];
}
