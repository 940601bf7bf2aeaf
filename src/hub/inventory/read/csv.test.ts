import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readCsv } from './csv.ts';

const read = (content: string, separator?: string) =>
  readCsv('/x/lamps.csv', 'lamps.csv', content, separator);

test.each([[';'], [','], ['\t'], ['|']])('the separator %j is found', (sign) => {
  const { rows } = read(`id${sign}rue\n1${sign}rue Monge\n`);
  expect(rows).toEqual([{ at: 'lamps.csv:2', fields: { id: '1', rue: 'rue Monge' } }]);
});

test.each([['\n'], ['\r\n'], ['\r']])('lines end with %j', (end) => {
  expect(read(['id;n', '1;a', '', '2;b', ''].join(end)).rows.map(({ at }) => at)).toEqual([
    'lamps.csv:2',
    'lamps.csv:4',
  ]);
});

it('the line by which Excel states the separator is no line of names, and empty lines above are none', () => {
  expect(read('sep=|\n\nid|a;b\n1|x\n').rows).toEqual([
    { at: 'lamps.csv:4', fields: { id: '1', 'a;b': 'x' } },
  ]);
});

it('rows that are cut or have a cell too many are named, and stop nothing', () => {
  const { rows, broken } = read('id;rue;n\n1;a;1\n2;b\n3;c;3;4\n5;d;5;;\n6;e;6\n');
  expect(rows.map(({ fields }) => fields.id)).toEqual(['1', '5', '6']);
  expect(broken).toEqual([
    { at: 'lamps.csv:3', cells: [2, 3] },
    { at: 'lamps.csv:4', cells: [4, 3] },
  ]);
});

describe('an open quote', () => {
  it('takes its own line only, even where a later quote closes it', () => {
    const { rows, broken } = read('id;rue\n1;"a\n2;b\n3;c\n4;d"\n5;e\n');
    expect(broken.map(({ at }) => at)).toEqual(['lamps.csv:2']);
    expect(rows.map(({ fields }) => fields.id)).toEqual(['2', '3', '4', '5']);
  });

  it('in every line leaves no row, and says that it is no such CSV where it goes on', () => {
    const lines = Array.from({ length: 300 }, (_, i) => `${i};"a`);
    expect(() => read(['id;rue', ...lines].join('\n'))).toThrow(/lamps\.csv:\d+: a quote is not closed/);
  });
});

test.each([
  ['', 'no line of names'],
  ['id;id\n1;2\n', '« id » stands twice'],
])('%j can not be read', (content, said) => expect(() => read(content)).toThrow(said));

it('gives back what was written, whatever stands in the cells, and one open quote loses one row', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ' '));
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(rows, fc.nat(), (cells, at) => {
      const lines = cells.map(([a, b], i) => [`L-${i}`, quoted(a), quoted(b)].join(';'));
      const whole = read(['id;a;b', ...lines].join('\n'));
      expect(whole.rows.map(({ fields }) => [fields.a, fields.b])).toEqual(cells);
      const hurt = at % lines.length;
      const plain = cells.map((_, i) => `L-${i};x;${i === hurt ? '"' : ''}y`);
      const { rows: left, broken } = read(['id;a;b', ...plain].join('\n'));
      expect(left.map(({ fields }) => fields.id)).toEqual(
        plain.map((_, i) => `L-${i}`).filter((_, i) => i !== hurt),
      );
      expect(broken).toHaveLength(1);
    }),
  );
});
