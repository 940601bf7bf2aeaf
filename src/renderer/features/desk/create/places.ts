import type { Position } from '../../../../shared/geo/position.ts';
import type { StreetBook } from '../../../../shared/geo/street-book.ts';
import { folded } from '../../../../shared/i18n/folded.ts';
import { findLandmarks } from './landmarks.ts';
import { findStreets } from './streets.ts';

/** A place that was found by what is typed: a street, its corner with another, or what people call it. */
export interface FoundPlace {
  readonly street: string | undefined;
  readonly corner: string | undefined;
  readonly landmark: string | undefined;
  readonly commune: string | undefined;
  readonly position: Position;
}

/** « de la », « du », « d’ »: said before a street, no part of its name. */
const ARTICLE = /^(?:de\s+la\s|de\s+l[’']|du\s|des\s|de\s|d[’'])\s*/i;
/** « angle de », « à l’angle », « coin ». */
const CORNER = /^\s*(?:à\s+l[’']\s*|au\s+)?(?:angle|coin|corner of)(?:\s+|$)/i;

/** Between two streets, not in « 12/14 ». */
const SLASH = /(?<!\d)\s*\/\s*(?!\d)/;
const BETWEEN = new RegExp(`${SLASH.source}|\\s+et\\s+|\\s+avec\\s+`, 'i');

/** The two streets of « angle de la rue A et de la rue B » or « rue A / rue B »; undefined where no corner is meant. */
export function splitCorner(typed: string): readonly [string, string] | undefined {
  const said = typed.replace(CORNER, '');
  const isCorner = said !== typed;
  if (!isCorner && !SLASH.test(typed)) return undefined;
  const [first = '', ...rest] = said.split(isCorner ? BETWEEN : SLASH);
  const name = (part: string) => part.trim().replace(ARTICLE, '');
  return [name(first), name(rest.join(' '))];
}

/** Streets that are tried for the first of a corner. */
const MOST_FIRST = 6;

/** What a place is called by tells it better than the words of a street do: so many of those that fit are kept. */
const MOST_LANDMARKS = 6;

/** What is typed may mean: streets and places by their words, or corners where one is asked for. */
export function findPlaces(book: StreetBook, typed: string, most: number): readonly FoundPlace[] {
  const corner = splitCorner(typed);
  if (corner === undefined) return named(book, typed, most);
  const [first, second] = corner;
  const words = folded(second).split(/\s+/).filter(Boolean);
  return findStreets(book.streets, first, MOST_FIRST)
    .flatMap((street) =>
      book
        .cornersOf(street)
        .filter(({ other }) => words.every((word) => folded(other).includes(word)))
        .map(({ other, position }) => ({
          street: street.name,
          corner: other,
          landmark: undefined,
          commune: street.commune,
          position,
        })),
    )
    .slice(0, most);
}

/** Streets and places; a place whose name begins with what is typed goes first. */
function named(book: StreetBook, typed: string, most: number): readonly FoundPlace[] {
  const sought = folded(typed).trim();
  const landmarks = findLandmarks(book.landmarks, typed, MOST_LANDMARKS).map(
    ({ name, street, commune, position }) => ({
      street,
      corner: undefined,
      landmark: name,
      commune,
      position,
    }),
  );
  const streets = findStreets(book.streets, typed, Math.max(0, most - landmarks.length)).map(
    ({ name, commune, position }) => ({
      street: name,
      corner: undefined,
      landmark: undefined,
      commune,
      position,
    }),
  );
  const begins = ({ landmark }: { readonly landmark: string }) => folded(landmark).startsWith(sought);
  return [...landmarks.filter(begins), ...streets, ...landmarks.filter((place) => !begins(place))];
}
