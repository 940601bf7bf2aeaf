import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY, grid, none, read, rule } from '../../../../tests/support/import-rows.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { CrossingId } from '../../../shared/ids.ts';
import type { CrossingDraft } from '../read/draft.ts';
import type { City } from './city.ts';
import { livingCrossings } from './crossings.ts';
import { planImport } from './plan.ts';

/** Beside the n-th lamp of the grid. */
const at = (n: number): Position => [5.03 + n * 3e-4, 47.32005];
const crossing = (n: number, more: Partial<CrossingDraft> = {}): CrossingDraft => ({
  at: `p:${n + 2}`,
  id: CrossingId.parse(`PP-${n}`),
  position: at(n),
  street: undefined,
  commune: undefined,
  ...more,
});
const strict = { ...rule, limits: { refused: 0.1, removed: 0.1 } };
const lit = planImport(read(grid(40)), EMPTY, rule).city;
const plan = (crossings: readonly CrossingDraft[], before: City = lit, limits = rule) =>
  planImport(
    {
      drafts: { ...none, crossings },
      counts: [
        {
          sha256: '',
          file: 'p',
          kind: 'crossing',
          rows: crossings.length,
          skipped: 0,
          refused: 0,
          repeated: 0,
          taken: crossings.length,
        },
      ],
      findings: [],
    },
    before,
    limits,
  );
const ids = (city: City) => livingCrossings(city.crossings).map(({ id }) => String(id));
const kinds = ({ report }: ReturnType<typeof plan>) => report.findings.map(({ kind, id }) => `${kind} ${id}`);

describe('a second import of crossings', () => {
  const first = plan([crossing(0), crossing(1), crossing(2)]).city;

  it('says what is new, gone and moved, and leaves all else as it is', () => {
    const { city, report } = plan([crossing(0), crossing(1, { position: at(1.2) }), crossing(3)], first);
    expect(report.crossings).toMatchObject({
      before: 3,
      after: 3,
      added: ['PP-3'],
      removed: ['PP-2'],
      returned: [],
      moved: [{ id: 'PP-1', metres: 4.52 }],
    });
    expect(ids(city)).toEqual(['PP-0', 'PP-1', 'PP-3']);
    expect([city.districts, city.streets]).toEqual([lit.districts, lit.streets]);
  });

  it('knows one that returns', () => {
    const without = plan([crossing(0), crossing(2)], first).city;
    expect(without.crossings.map(({ crossing: { id }, gone }) => [id, gone])).toEqual([
      ['PP-0', false],
      ['PP-1', true],
      ['PP-2', false],
    ]);
    const { report } = plan([crossing(0), crossing(1), crossing(2)], without);
    expect(report.crossings).toMatchObject({ added: ['PP-1'], returned: ['PP-1'], removed: [] });
  });

  it('keeps a known one whose rows contradict each other, and takes it for no loss', () => {
    const twice = plan(
      [crossing(0), crossing(1), crossing(1, { at: 'p:9', position: at(5) }), crossing(2)],
      first,
    );
    expect(kinds(twice)).toEqual(['sameId PP-1', 'sameId PP-1', 'keptAsItWas PP-1']);
    expect(twice.city.crossings).toEqual(first.crossings);
    expect(twice.report.sources).toMatchObject([{ rows: 4, refused: 2, taken: 2 }]);
  });

  it('of too many gone, or refused, nothing is imported without consent: each would be a floor less', () => {
    expect(plan([crossing(0), crossing(1)], first, strict).report.stops).toEqual([
      { kind: 'removed', what: 'crossing', count: 1, of: 3, most: 0.1 },
    ]);
    const far = crossing(2, { position: [5.9, 47.9] });
    expect(plan([crossing(0), crossing(1), far], first, strict).report.stops).toEqual([
      { kind: 'refused', what: 'crossing', count: 1, of: 3, most: 0.1 },
    ]);
  });

  it('without a source of crossings they stay', () => {
    const { city, report } = planImport(read(grid(40)), first, rule);
    expect(city.crossings).toBe(first.crossings);
    expect(report.crossings).toMatchObject({ before: 3, after: 3, added: [], removed: [] });
  });
});

it('remarks on one that stands where another stands, that stands twice, and that no lamp lights', () => {
  const all = plan([
    crossing(0),
    crossing(1, { position: at(0) }),
    crossing(2),
    crossing(2, { at: 'p:8' }),
    crossing(4, { position: [5.03, 47.319] }),
  ]);
  expect(kinds(all)).toEqual(['repeated PP-2', 'samePlace PP-0', 'unlit PP-4']);
  expect(all.report.findings.at(-1)).toMatchObject({ of: 'crossing', at: 'p:6', detail: '111 m' });
  expect(ids(all.city)).toEqual(['PP-0', 'PP-1', 'PP-2', 'PP-4']);
});

it('over any run of imports there are those of the last, each once; the same again changes nothing', () => {
  const lists = fc.uniqueArray(fc.nat(30), { minLength: 1 });
  fc.assert(
    fc.property(fc.array(lists, { minLength: 2, maxLength: 5 }), (runs) => {
      let { city } = plan([]);
      const seen = new Set<number>();
      for (const run of runs) {
        const before = new Set(ids(city));
        const next = plan(
          run.map((n) => crossing(n)),
          city,
        );
        const wanted = run.map((n) => `PP-${n}`);
        expect(ids(next.city)).toEqual(wanted.toSorted());
        const { added, removed, returned } = next.report.crossings;
        expect(new Set(added)).toEqual(new Set(wanted.filter((id) => !before.has(id))));
        expect(new Set(removed)).toEqual(new Set([...before].filter((id) => !wanted.includes(id))));
        expect(new Set(returned)).toEqual(
          new Set(run.filter((n) => seen.has(n) && !before.has(`PP-${n}`)).map((n) => `PP-${n}`)),
        );
        for (const n of run) seen.add(n);
        expect(
          plan(
            run.toReversed().map((n) => crossing(n)),
            next.city,
          ).city.crossings,
        ).toEqual(next.city.crossings);
        city = next.city;
      }
    }),
  );
});
