import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { ConfigError } from '../../../node/config/error.ts';
import { namesOf, separatorOf } from './csv-header.ts';
import type { BrokenRow, ReadFile, Row } from './row.ts';

/** How a CSV is written, where it is not found out. */
export interface CsvForm {
  readonly separator?: string | undefined;
  /** the line that has the names, from 1: those before it are a title; the first line that has anything where absent */
  readonly header?: number | undefined;
  /** what a row means that has fewer cells than there are names; broken where absent */
  readonly shortRows?: 'fill' | undefined;
}

/** A mapping that is wrong makes every row broken: after so many there is nothing to be learnt from more. */
const MOST_OPEN_QUOTES = 100;

/**
 * Reads a CSV with a line of names. Rows with more or fewer cells than it has names are broken; a quote that is not
 * closed breaks its own line and not those behind it. A row of empty cells is an empty line.
 * @throws ConfigError for a file without names, or that is no such CSV
 */
export function readCsv(path: string, name: string, content: string, form: CsvForm = {}): ReadFile {
  const lines = content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  // Excel's own line, which says its separator.
  const stated = /^sep=(.)$/i.exec(lines[0] ?? '')?.[1];
  const begin = form.header === undefined ? (stated === undefined ? 0 : 1) : form.header - 1;
  const header = lines.slice(begin).find((line) => line.trim() !== '') ?? '';
  const delimiter = form.separator ?? stated ?? separatorOf(header);
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
      if (cells.every((cell) => cell.trim() === '')) {
        line = next;
        return null;
      }
      if (columns === undefined) columns = namesOf(cells);
      else {
        const extra = cells.slice(columns.length).some((cell) => cell.trim() !== '');
        const fits = cells.length >= columns.length && !extra;
        // A quote may have been left open and closed by one of a later row: what lies between is not lost.
        const least = columns.length;
        const isRow = (text: string) => text.split(delimiter).length >= least;
        if (!fits && next - line > 1) throw new OpenQuote(line);
        if (lines.slice(line + 1, next).some(isRow)) throw new OpenQuote(line);
        const isShort = cells.length < columns.length;
        if (fits || (isShort && form.shortRows === 'fill'))
          rows.push({ at, fields: asRecord(columns, cells) });
        else
          broken.push({
            at,
            cells: [cells.length, columns.length],
            ...(isShort && { mend: 'shortRows: fill' }),
          });
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

const asRecord = (columns: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
