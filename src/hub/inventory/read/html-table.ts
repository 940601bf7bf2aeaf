import { squeezed } from './squeezed.ts';

const ROW = /<tr\b[^>]*>([\s\S]*?)<\/tr>/gi;
const CELL = /<t[dh]\b[^>]*>([\s\S]*?)<\/t[dh]>/gi;
const ENTITY = /&(?:#(\d+)|(amp|lt|gt|quot|apos|nbsp));/g;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const plain = (html: string): string =>
  squeezed(
    html
      .replace(/<[^>]*>/g, ' ')
      .replace(ENTITY, (_, code?: string, name?: string) =>
        code === undefined ? NAMED[name ?? '']! : String.fromCodePoint(Number(code)),
      ),
  );

/** What the rows of two cells of a table say, name and value; a name without a text says nothing. */
export function tableIn(description: unknown): Readonly<Record<string, string>> {
  const html =
    typeof description === 'object' && description !== null && 'value' in description
      ? description.value
      : description;
  if (typeof html !== 'string') return {};
  const pairs = [...html.matchAll(ROW)].flatMap(([, row = '']) => {
    // A table may lie in a cell of another: only what is left of the last row's beginning is this row's.
    const cells = [...row.slice(row.lastIndexOf('<tr') + 1).matchAll(CELL)].map(([, cell = '']) =>
      plain(cell),
    );
    return cells.length === 2 && cells[0] !== '' ? [cells as [string, string]] : [];
  });
  return Object.fromEntries(pairs);
}
