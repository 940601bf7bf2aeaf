import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type CsvForm, readCsv } from './csv.ts';

const read = (content: string, form?: CsvForm) => readCsv('/x/lamps.csv', 'lamps.csv', content, form);

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
    { at: 'lamps.csv:3', cells: [2, 3], mend: 'shortRows: fill' },
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

it('rows that a spreadsheet has cut short are filled where the mapping says so', () => {
  const { rows, broken } = read('id;rue;n\n1;a;1\n2;b\n3;c;3;4\n', { shortRows: 'fill' });
  expect(rows.map(({ fields }) => fields.n)).toEqual(['1', '']);
  expect(broken.map(({ at }) => at)).toEqual(['lamps.csv:4']);
});

it('names may have a title above, line ends in them, and stand twice', () => {
  const { rows } = read(
    'Parc;;;\nau 01/03;;;\n;;;\nid;"Nom de\nla  voie";commune;commune\n1;rue Monge;21;Dijon\n',
    {
      header: 3,
    },
  );
  expect(rows).toEqual([
    {
      at: 'lamps.csv:6',
      fields: { id: '1', 'Nom de la voie': 'rue Monge', 'commune (1)': '21', 'commune (2)': 'Dijon' },
    },
  ]);
});

it('rows of empty cells, as spreadsheets add at the end, are empty lines', () => {
  const { rows, broken } = read('id;rue\n1;a\n;\n ; \n;;\n');
  expect([rows.length, broken.length]).toEqual([1, 0]);
});

it('a file without a line of names can not be read', () => {
  expect(() => read('')).toThrow('no line of names');
});

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
