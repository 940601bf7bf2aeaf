import type { NamedStreet } from '../../../../shared/geo/named-street.ts';
import type { StreetBook } from '../../../../shared/geo/street-book.ts';
import { folded } from '../../../../shared/i18n/folded.ts';
import { findStreets } from './streets.ts';

/** A place that was found by what is typed: a street, or its corner with another. */
export interface FoundPlace extends NamedStreet {
  readonly corner: string | undefined;
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

/** What is typed may mean: streets by their words, or corners where one is asked for. */
export function findPlaces(book: StreetBook, typed: string, most: number): readonly FoundPlace[] {
  const corner = splitCorner(typed);
  if (corner === undefined)
    return findStreets(book.streets, typed, most).map((street) => ({ ...street, corner: undefined }));
  const [first, second] = corner;
  const words = folded(second).split(/\s+/).filter(Boolean);
  return findStreets(book.streets, first, MOST_FIRST)
    .flatMap((street) =>
      book
        .cornersOf(street)
        .filter(({ other }) => words.every((word) => folded(other).includes(word)))
        .map(({ other, position }) => ({ ...street, position, corner: other })),
    )
    .slice(0, most);
}
