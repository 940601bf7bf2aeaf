import type { ReplyCode } from '../../shared/wire/reply.ts';

/** A page stays this small, so that one catch-up never holds up the broker's other messages. */
export const PAGE_BYTES = 256 * 1024;
/** Room for the page's own fields. */
const FRAME_BYTES = 1_024;

/** Whether a question is answered, and why not. */
export interface Verdict {
  readonly code: ReplyCode;
  readonly field?: string | undefined;
}

/** Rows of JSON text that belong to one list of the answer. */
export interface Rows<L extends string> {
  readonly list: L;
  readonly rows: readonly string[];
}

/**
 * Groups rows as they come into pages of one list each, in order; only one page is held at a time. A row that is
 * longer than a page travels alone.
 * @param first the list of the one page that there is without any row
 * @returns at least one page; `more` says whether another follows
 */
export async function* inPages<L extends string>(
  read: AsyncIterable<Rows<L>>,
  first: L,
  bytes = PAGE_BYTES - FRAME_BYTES,
): AsyncGenerator<Rows<L> & { readonly more: boolean }> {
  let page: { list: L; rows: string[] } = { list: first, rows: [] };
  let size = 0;
  for await (const { list, rows } of read) {
    for (const row of rows) {
      const length = Buffer.byteLength(row) + 1;
      if (size > 0 && (size + length > bytes || list !== page.list)) {
        yield { ...page, more: true };
        page = { list, rows: [] };
        size = 0;
      }
      page.list = list;
      page.rows.push(row);
      size += length;
    }
  }
  yield { ...page, more: false };
}

/** A page of which the rows are JSON already: they are put in as they were stored, not parsed again. */
export function pageText(
  fields: Readonly<Record<string, unknown>>,
  lists: Readonly<Record<string, readonly string[]>>,
): string {
  const head = JSON.stringify(fields);
  const tail = Object.entries(lists).map(([name, rows]) => `,${JSON.stringify(name)}:[${rows.join(',')}]`);
  return `${head.slice(0, -1)}${tail.join('')}}`;
}

/**
 * The pages of an answer that may be given.
 * @param base of each page
 * @param lists those that each page has, empty but for one
 */
export async function* pagesText<L extends string>(
  base: object,
  rows: AsyncIterable<Rows<L>>,
  lists: readonly [L, ...L[]],
): AsyncGenerator<string> {
  let page = 0;
  for await (const { list, rows: some, more } of inPages<L>(rows, lists[0]))
    yield pageText({ ...base, ok: true, code: 'OK', page: page++, more }, { ...none(lists), [list]: some });
}

/** The one page of an answer that is not given. */
export const refusedText = (base: object, verdict: Verdict, lists: readonly string[]): string =>
  pageText({ ...base, ok: false, ...verdict, page: 0, more: false }, none(lists));

const none = (lists: readonly string[]) => Object.fromEntries(lists.map((list) => [list, []]));
