type Cell = string | number | undefined;

/** A spreadsheet takes a file without this mark for one in the alphabet of its system. */
export const UTF8_MARK = '\ufeff';

/** RFC 4180; a spreadsheet must take nothing that somebody wrote for a formula (OWASP, « CSV injection »). */
const cell = (said: Cell): string => {
  if (said === undefined) return '';
  if (typeof said === 'number') return String(said);
  const safe = /^[=+\-@\t\r]/.test(said) ? `'${said}` : said;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows of a file for spreadsheets; what is unknown is an empty cell. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
