import { Dictionary } from '../../src/shared/lamp/dictionary.ts';
import { DISTRICTS, LAMPS } from './night.ts';

/** The districts of the made city, as a hub knows them. */
export const dictionaries = Array.from({ length: DISTRICTS }, (_, d) =>
  Dictionary.parse({
    v: 1,
    district: String(d),
    name: String(d),
    dictVersion: 1,
    lamps: Array.from({ length: LAMPS }, (_, i) => ({
      id: `${d}-${i}`,
      position: [5, 47],
      street: `rue ${i % 40}`,
    })),
  }),
);
