import { describe, expect, it } from 'vitest';
import { EMPTY, grid, lamp, none, plan, range, read, rule } from '../../../../tests/support/import-rows.ts';
import { DistrictId } from '../../../shared/ids.ts';
import type { LampDraft } from '../read/draft.ts';
import type { City } from './city.ts';
import { planImport } from './plan.ts';

describe('districts', () => {
  it('are made of about the measure, and lamps keep theirs', () => {
    const first = plan(grid(400));
    expect(first.report.districts.map(({ id, lamps, made }) => [id, lamps, made])).toEqual([
      ['01', 100, true],
      ['02', 100, true],
      ['03', 100, true],
      ['04', 100, true],
    ]);
    expect(first.report.districts[0]!.name).toBe('Dijon 01');
    const more = plan(grid(405), first.city);
    expect(more.report.lamps).toMatchObject({ rehoused: [], unchanged: 400 });
    expect(more.report.districts).toHaveLength(4);
    // A new quarter is a district of its own.
    const quarter = plan([...grid(400), ...range(120, 2_000).map((n) => lamp(n))], first.city);
    expect(quarter.report.districts.map(({ id, lamps, made }) => [id, lamps, made]).at(-1)).toEqual([
      '05',
      120,
      true,
    ]);
  });

  it('are those that rows name, or whose area they are in; a lamp that changes leaves its place empty', () => {
    const north = DistrictId.parse('N');
    const ring = [
      [5, 47.3205],
      [5.1, 47.3205],
      [5.1, 47.4],
      [5, 47.4],
      [5, 47.3205],
    ] as const;
    const areas = [{ at: 'q:2', id: north, name: 'Nord', rings: [ring] }];
    const housed = (lamps: readonly LampDraft[], city: City) =>
      planImport({ ...read(lamps), drafts: { ...none, lamps, districts: areas } }, city, rule);
    const first = housed(grid(100), EMPTY);
    // Two of five rows are in the area; the others have nobody nearer.
    expect(first.report.districts).toEqual([{ id: 'N', name: 'Nord', lamps: 100, made: false }]);
    const named = housed(
      grid(100).map((one) => ({ ...one, district: 'S' })),
      EMPTY,
    );
    const moved = housed(
      grid(100).map((one, n) => ({ ...one, district: n < 3 ? 'Nord' : 'S' })),
      named.city,
    );
    expect(moved.report.lamps.rehoused.map(({ from, to }) => `${from} ${to}`)).toEqual(['S N', 'S N', 'S N']);
    const south = moved.city.districts.find(({ dictionary }) => dictionary.district === 'S')!;
    expect(south.dictionary.lamps.slice(0, 4).map((one) => one?.id ?? null)).toEqual([
      null,
      null,
      null,
      lamp(3).id,
    ]);
    // And back, to the place it had.
    const back = planImport(
      { ...read(grid(100)), drafts: { ...none, lamps: grid(100).map((one) => ({ ...one, district: 'S' })) } },
      moved.city,
      rule,
    );
    const again = back.city.districts.find(({ dictionary }) => dictionary.district === 'S')!;
    expect(again.dictionary.lamps.slice(0, 4).map((one) => one?.id)).toEqual(range(4).map((n) => lamp(n).id));
  });
});
