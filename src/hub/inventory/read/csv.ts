import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { ConfigError } from '../../../node/config/error.ts';
import type { BrokenRow, ReadFile, Row } from './row.ts';

/** A mapping that is wrong makes every row broken: after so many there is nothing to be learnt from more. */
const MOST_OPEN_QUOTES = 100;

/**
 * Reads a CSV with a line of names. Rows with more or fewer cells than it has names are broken; a quote that is not
 * closed breaks its own line and not those behind it.
 * @param separator found in the line of names where absent
 * @throws ConfigError for a file without names, with a name twice, or that is no such CSV
 */
export function readCsv(path: string, name: string, content: string, separator?: string): ReadFile {
  const lines = content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  // Excel's own line, which says its separator.
  const stated = /^sep=(.)$/i.exec(lines[0] ?? '')?.[1];
  const begin = stated === undefined ? 0 : 1;
  const header = lines.slice(begin).find((line) => line.trim() !== '') ?? '';
  const delimiter = separator ?? stated ?? separatorOf(header);
  const rows: Row[] = [];
  const broken: BrokenRow[] = [];
  let columns: readonly string[] | undefined;
  let openQuotes = 0;

  /** @returns the line behind which to go on, 0-based; undefined at the end */
  const readFrom = (from: number): number | undefined => {
    let line = from;
    const onRecord = (cells: string[], { lines: read }: { lines: number }): null => {
      const at = `${name}:${line + 1}`;
      const next = from + read;
      if (cells.length === 1 && cells[0]!.trim() === '') {
        line = next;
        return null;
      }
      if (columns === undefined) columns = namesOf(cells, path);
      else {
        const extra = cells.slice(columns.length).some((cell) => cell.trim() !== '');
        const fits = cells.length >= columns.length && !extra;
        // A quote may have been left open and closed by one of a later row: what lies between is not lost.
        const least = columns.length;
        const isRow = (text: string) => text.split(delimiter).length >= least;
        if (!fits && next - line > 1) throw new OpenQuote(line);
        if (lines.slice(line + 1, next).some(isRow)) throw new OpenQuote(line);
        if (fits) rows.push({ at, fields: asRecord(columns, cells) });
        else broken.push({ at, cells: [cells.length, columns.length] });
      }
      line = next;
      return null;
    };
    try {
      const options = { delimiter, relax_column_count: true, relax_quotes: true, record_delimiter: '\n' };
      parse(lines.slice(from).join('\n'), { ...options, on_record: onRecord });
      return undefined;
    } catch (error) {
      if (error instanceof OpenQuote) return error.line;
      if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return line;
      if (error instanceof CsvError) throw new ConfigError([`${path}:${line + 1}: ${error.message}`]);
      throw error;
    }
  };

  for (let at: number | undefined = begin; at !== undefined && at < lines.length; ) {
    const open = readFrom(at);
    if (open === undefined) break;
    openQuotes += 1;
    if (columns === undefined || openQuotes > MOST_OPEN_QUOTES)
      throw new ConfigError([`${path}:${open + 1}: a quote is not closed: is this file a CSV?`]);
    broken.push({ at: `${name}:${open + 1}`, detail: '"' });
    at = open + 1;
  }
  if (columns === undefined) throw new ConfigError([`${path}:1: no line of names`]);
  return { rows, broken };
}

class OpenQuote extends Error {
  readonly line: number;
  constructor(line: number) {
    super('a quote is not closed');
    this.line = line;
  }
}

function namesOf(cells: readonly string[], path: string): readonly string[] {
  const names = cells.map((cell) => cell.trim());
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i);
  if (twice !== undefined) throw new ConfigError([`${path}:1: the column « ${twice} » stands twice`]);
  return names.at(-1) === '' ? names.slice(0, -1) : names;
}

const asRecord = (columns: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));

/** Of what separates columns the one that the line of names has most of. */
function separatorOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = [';', ',', '\t', '|'].map((sign) => [sign, bare.split(sign).length] as const);
  return counts.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
