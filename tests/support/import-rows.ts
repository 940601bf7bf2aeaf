import { Mapping } from '../../src/hub/inventory/mapping.ts';
import type { City } from '../../src/hub/inventory/plan/city.ts';
import { planImport } from '../../src/hub/inventory/plan/plan.ts';
import type { Drafts, LampDraft } from '../../src/hub/inventory/read/draft.ts';
import type { ReadSources } from '../../src/hub/inventory/read/sources.ts';
import { LampId } from '../../src/shared/ids.ts';

export const EMPTY: City = { districts: [], streets: [], cabinets: [], circuits: [], crossings: [] };
export const rule = Mapping.parse({
  sources: [{ file: 'x', kind: 'lamp', format: 'csv' }],
  districts: { lamps: 100 },
  limits: { refused: 1, removed: 1 },
});

/** A lamp of a grid in Dijon, some 20 m apart. */
export const lamp = (n: number, more: Partial<LampDraft> = {}): LampDraft => ({
  at: `x:${n + 2}`,
  id: LampId.parse(`L-${String(n).padStart(4, '0')}`),
  position: [5.03 + (n % 20) * 3e-4, 47.32 + Math.floor(n / 20) * 2e-4],
  district: undefined,
  facts: { street: `rue ${Math.floor(n / 20)}`, commune: 'Dijon' },
  luminaire: { power: 42 },
  ...more,
});
export const none: Drafts = {
  lamps: undefined,
  cabinets: undefined,
  circuits: undefined,
  streets: undefined,
  crossings: undefined,
  districts: undefined,
};
export const read = (lamps: readonly LampDraft[], more: Partial<ReadSources> = {}): ReadSources => ({
  drafts: { ...none, lamps },
  counts: [
    {
      sha256: '',
      file: 'x',
      kind: 'lamp',
      rows: lamps.length,
      skipped: 0,
      refused: 0,
      repeated: 0,
      taken: lamps.length,
    },
  ],
  findings: [],
  ...more,
});
export const plan = (lamps: readonly LampDraft[], stored = EMPTY, more: Partial<ReadSources> = {}) =>
  planImport(read(lamps, more), stored, rule);
export const range = (n: number, from = 0) => Array.from({ length: n }, (_, i) => from + i);
export const grid = (n: number) => range(n).map((i) => lamp(i));
