import { folded } from '../session/index.ts';
import { type Entry, type Group, KINDS, type Sources } from './model.ts';

/** Results of one kind, at most. */
export const MOST = 8;
/** Lamps are sought from this many letters in one word: fewer name thousands. */
const LAMP_LETTERS = 3;

/** Case, accents, apostrophes and the kind of hyphen don't count: « l’Hôtel » is « lhotel ». */
export const plain = (text: string): string =>
  folded(text)
    .replace(/['’‘ʼ]/g, '')
    .replace(/[‐‑–—]/g, '-')
    .replace(/œ/g, 'oe');

/** The words typed, as they are compared. */
export const wordsOf = (typed: string): readonly string[] =>
  plain(typed)
    .split(/[\s,]+/)
    .filter(Boolean);

interface Prepared {
  readonly entry: Entry;
  /** all that is searched */
  readonly text: string;
  readonly label: string;
}

/** Folds every entry once, so that each key typed only compares. */
export const prepare = (entries: readonly Entry[]): readonly Prepared[] =>
  entries.map((entry) => {
    const label = plain(entry.label);
    return { entry, label, text: [label, plain(entry.detail ?? ''), plain(entry.also ?? '')].join(' ') };
  });

/** 0: its name begins so; 1: each word begins one of its own; 2: the words are in it; undefined: they aren't. */
function rank({ text, label }: Prepared, words: readonly string[], whole: string): number | undefined {
  if (!words.every((word) => text.includes(word))) return undefined;
  if (label.startsWith(whole)) return 0;
  return words.every((word) => text.startsWith(word) || text.includes(` ${word}`)) ? 1 : 2;
}

/** What is found for what is typed, by kind, best first; before anything is typed, every command. */
export function search(
  prepared: readonly Prepared[],
  lamps: Sources['lamps'],
  typed: string,
): readonly Group[] {
  const words = wordsOf(typed);
  const whole = words.join(' ');
  if (words.length === 0) {
    const commands = prepared.flatMap(({ entry }) => (entry.kind === 'command' ? [entry] : []));
    return commands.length === 0 ? [] : [{ kind: 'command', entries: commands }];
  }
  const hits = prepared.flatMap((each) => {
    const place = rank(each, words, whole);
    return place === undefined ? [] : [{ entry: each.entry, place }];
  });
  const long = words.some(({ length }) => length >= LAMP_LETTERS);
  return KINDS.map((kind) => ({
    kind,
    entries:
      kind === 'lamp'
        ? long
          ? lamps(words, MOST)
          : []
        : hits
            .filter(({ entry }) => entry.kind === kind)
            .toSorted((a, b) => a.place - b.place)
            .slice(0, MOST)
            .map(({ entry }) => entry),
  })).filter(({ entries }) => entries.length > 0);
}
