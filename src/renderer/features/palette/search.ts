import { folded } from '../../../shared/i18n/folded.ts';
import { type Entry, type Group, KINDS, type Kind, type Sources } from './model.ts';

/** Results of one kind, at most. */
export const MOST = 8;
/** Lamps are sought from this many letters in one word, and what is as many: fewer name thousands. */
const MANY_LETTERS = 3;

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
  /** words of which one must be typed */
  readonly by: string | undefined;
}

/** Folds every entry once, so that each key typed only compares. */
export const prepare = (entries: readonly Entry[]): readonly Prepared[] =>
  entries.map((entry) => {
    const label = plain(entry.label);
    const by = entry.onlyBy === undefined ? undefined : plain(entry.onlyBy);
    return { entry, label, by, text: [label, plain(entry.detail ?? ''), plain(entry.also ?? '')].join(' ') };
  });

/** 0: its name begins so; 1: each word begins one of its own; 2: the words are in it; undefined: they aren't. */
function rank({ text, label, by }: Prepared, words: readonly string[], whole: string): number | undefined {
  if (!words.every((word) => text.includes(word))) return undefined;
  if (by !== undefined && !words.some((word) => word.length >= MANY_LETTERS && ` ${by}`.includes(` ${word}`)))
    return undefined;
  if (label.startsWith(whole)) return 0;
  return words.every((word) => text.startsWith(word) || text.includes(` ${word}`)) ? 1 : 2;
}

/** Each word is a whole one of its name. */
function isNamed({ label }: Entry, words: readonly string[]): boolean {
  const own = new Set(plain(label).split(/[\s,-]+/));
  return words.every((word) => own.has(word));
}

function orderOf(
  commandFirst: boolean,
  hits: readonly { readonly entry: Entry }[],
  words: readonly string[],
) {
  const of = (kind: Kind) => hits.flatMap(({ entry }) => (entry.kind === kind ? [entry] : []));
  const cameras = of('camera');
  const late = cameras.length > 0 && cameras.every(({ locked }) => locked === true);
  const streetFirst = of('street').some((street) => isNamed(street, withoutHouse(words)));
  const order: Kind[] = KINDS.filter((kind) => kind !== 'camera' && kind !== 'command');
  const at = late ? order.length : order.indexOf('street') + (streetFirst ? 1 : -1);
  order.splice(at, 0, 'camera');
  return commandFirst ? ['command' as const, ...order] : [...order, 'command' as const];
}

/** « 12 », « 12bis » before a street's name: its houses are not known one by one. */
const HOUSE = /^\d{1,4}(?:bis|ter|quater)?$/;
const withoutHouse = (words: readonly string[]): readonly string[] =>
  words.length > 1 && HOUSE.test(words[0]!) ? words.slice(1) : words;

/**
 * What is found for what is typed, by kind, best first; before anything is typed, every command. A command goes first
 * where it fits better than all the rest, streets before cameras where one has the very words in its name, and cameras
 * that ask for a reason after all else.
 */
export function search(
  prepared: readonly Prepared[],
  lamps: Sources['lamps'],
  typed: string,
): readonly Group[] {
  const words = wordsOf(typed);
  if (words.length === 0) {
    const commands = prepared.flatMap(({ entry }) => (entry.kind === 'command' ? [entry] : []));
    return commands.length === 0 ? [] : [{ kind: 'command', entries: commands }];
  }
  const hits = prepared.flatMap((each) => {
    const said = each.entry.kind === 'street' ? withoutHouse(words) : words;
    const place = rank(each, said, said.join(' '));
    return place === undefined ? [] : [{ entry: each.entry, place }];
  });
  const long = words.some(({ length }) => length >= MANY_LETTERS);
  const bestOf = (wanted: (kind: Kind) => boolean): number =>
    Math.min(...hits.filter(({ entry }) => wanted(entry.kind)).map(({ place }) => place));
  const commandFirst = bestOf((kind) => kind === 'command') < bestOf((kind) => kind !== 'command');
  const order = orderOf(commandFirst, hits, words);
  return order
    .map((kind) => ({
      kind,
      entries:
        kind === 'lamp'
          ? long
            ? lamps(words, MOST)
            : []
          : hits
              .filter(({ entry }) => entry.kind === kind)
              .toSorted(
                (a, b) =>
                  Number(a.entry.locked ?? false) - Number(b.entry.locked ?? false) || a.place - b.place,
              )
              .slice(0, MOST)
              .map(({ entry }) => entry),
    }))
    .filter(({ entries }) => entries.length > 0);
}
