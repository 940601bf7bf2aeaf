import type { Dictionary } from '../lamp/dictionary.ts';
import type { LightingPlan } from './model.ts';
import { fitterOf, type StreetFacts } from './place-lamps.ts';
import type { PlacedScene } from './published.ts';

/** The scenes of a plan with the lamps of each part: a lamp is in the first that it fits. */
export const placeScenes = (
  { scenes }: Pick<LightingPlan, 'scenes'>,
  dictionaries: readonly Dictionary[],
  facts: StreetFacts,
): readonly PlacedScene[] =>
  scenes.map(({ id, name, parts }) => {
    const tests = parts.map(({ where }) => fitterOf(where, facts));
    const placed = dictionaries.map(({ district, name: called, lamps }) => ({
      district,
      part: lamps.map((lamp) => (lamp === null ? -1 : tests.findIndex((isIn) => isIn(lamp, called)))),
    }));
    return {
      v: 1,
      id,
      name,
      parts: parts.map(({ level }, n) => ({
        level,
        lamps: placed.flatMap(({ district, part }) => {
          const indices = part.flatMap((its, index) => (its === n ? [index] : []));
          return indices.length === 0 ? [] : [{ district, indices }];
        }),
      })),
    };
  });
