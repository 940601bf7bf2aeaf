import type { Locale } from './i18n/index.ts';

/** A number, words, or nothing where it is unknown. */
export type CsvCell = string | number | undefined;

/** Without this mark a spreadsheet takes a file for one in the alphabet of its system, whatever its language. */
const UTF8_MARK = '\ufeff';

/**
 * What a spreadsheet of that language opens in columns by a double click: where the comma is in numbers, it can’t be
 * between cells. English is RFC 4180 as it stands.
 */
const FORMS: Readonly<Record<Locale, { readonly separator: string; readonly point: string }>> = {
  fr: { separator: ';', point: ',' },
  en: { separator: ',', point: '.' },
};

/** How a file begins: the mark of its alphabet, and the names of its columns. */
export const csvHead = (names: readonly string[], locale: Locale): string =>
  UTF8_MARK + csvLines([names], locale);

/** A day, or a minute of one by the room's clock: spreadsheets of all languages read these as dates. */
const DATE = /^\d{4}-\d\d-\d\d(?: \d\d:\d\d)?$/;
/** A name that they would take for a number, or a day: « 02 » would be 2, « 12-03 » and « MAR-2 » days of March. */
const TAKEN =
  /^\d[\d\s.,:/eE%-]*$|^\d{1,2}(?:er)? \p{L}{3,}\.?(?: \d{2,4})?$|^(?:jan|f[eé]v|feb|mar|a[vp]r|ma[iy]|jui?[nl]|ao[uû]|aug|sep|oct|nov|d[eé]c)\p{L}*[-. /]{0,2}\d{1,4}$/iu;

/**
 * Lines as RFC 4180 has them, in the form of the reader's language. Numbers are rounded to the thousandth, without
 * thousands set apart. A spreadsheet must take nothing that somebody wrote for a formula (OWASP, « CSV injection »); a name
 * that it would take for a number or a day stands as `="02"`, which it shows as it is: nothing else keeps it a name.
 */
export function csvLines(rows: readonly (readonly CsvCell[])[], locale: Locale): string {
  const { separator, point } = FORMS[locale];
  const cell = (said: CsvCell): string => {
    if (said === undefined) return '';
    if (typeof said === 'number') return String(said).replace('.', point);
    const safe = /^[=+\-@\t\r]/.test(said)
      ? `'${said}`
      : TAKEN.test(said) && !DATE.test(said)
        ? `="${said}"`
        : said;
    return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((cells) => `${cells.map(cell).join(separator)}\r\n`).join('');
}
