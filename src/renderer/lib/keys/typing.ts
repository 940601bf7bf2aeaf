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
  /** it is the key of something here, now, and no digit: two such may be meant */
  readonly isCommand?: boolean;
  /** it does something here, now, or nobody expects it to */
  readonly isTaken?: boolean;
  /** what comes after it is what somebody says */
  readonly speech?: boolean;
}

/** What was pressed lately where no field takes text. */
export interface Typing {
  readonly last: Press | undefined;
  /** somebody writes a sentence */
  readonly isText: boolean;
  /** two commands came in one go: a third letter makes them a text */
  readonly isPair?: boolean;
}

/**
 * A key of its own, the second of two commands in one go, the same one pressed twice in one go, a letter of a text, or a digit meant for what the key before it
 * was to open and did not.
 */
export type Verdict = 'key' | 'second' | 'again' | 'text' | 'stray';

/** Letters that follow each other sooner are a text, but for two that are both commands; who commands reads between two keys, ms. */
export const ALONE_MS = 400;
/** A text is over when nothing was written for so long, ms: whoever listens and writes stops between words. */
export const TEXT_MS = 1_000;

/** For so long a digit belongs to the key before it that was not taken, ms: one reads what has come before one chooses. */
export const STRAY_MS = 2_000;

export const NO_TYPING: Typing = { last: undefined, isText: false };

/** Judges a press by those before it. Whether another makes it the first letter of a text is only known after it. */
export function judge({ last, isText, isPair }: Typing, press: Press): readonly [Typing, Verdict] {
  const gap = last === undefined ? Number.POSITIVE_INFINITY : press.at - last.at;
  // The key that waits for words is none of them: a call may ring by now.
  const isSame = last?.speech === true && last.char === press.char;
  if (isText && gap <= TEXT_MS && !isSame) return [{ last: press, isText }, 'text'];
  if (isPair && gap <= TEXT_MS) {
    if (last?.char === press.char) return [{ last: press, isText: false, isPair }, 'again'];
    return [{ last: press, isText: true }, 'text'];
  }
  if (gap < ALONE_MS && last !== undefined && !last.walks) {
    // Twice the same and another is a word.
    if (last.char === press.char) return [{ last: { ...press, isCommand: false }, isText: false }, 'again'];
    if (last.isCommand && press.isCommand && press.speech !== true)
      return [{ last: press, isText: false, isPair: true }, 'second'];
    if (!(last.isDigit && press.isDigit)) return [{ last: press, isText: true }, 'text'];
  }
  if (press.isDigit && last?.isTaken === false && gap <= STRAY_MS)
    return [{ last: { ...press, isTaken: false }, isText: false }, 'stray'];
  return [{ last: press, isText: press.speech === true }, 'key'];
}
