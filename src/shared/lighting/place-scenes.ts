import type { DistrictId } from '../ids.ts';
import type { Dictionary } from '../lamp/dictionary.ts';
import type { Steps } from '../steps.ts';
import type { LightingPlan } from './model.ts';
import { fitterOf, type StreetFacts } from './place-lamps.ts';
import type { PlacedScene } from './published.ts';

/** The scenes of a plan with the lamps of each part: a lamp is in the first that it fits. */
export function* placeScenes(
  { scenes }: Pick<LightingPlan, 'scenes'>,
  dictionaries: readonly Dictionary[],
  facts: StreetFacts,
): Steps<readonly PlacedScene[]> {
  const all: PlacedScene[] = [];
  for (const { id, name, parts } of scenes) {
    const tests = parts.map(({ where }) => fitterOf(where, facts));
    const placed: { readonly district: DistrictId; readonly part: readonly number[] }[] = [];
    for (const { district, name: called, lamps } of dictionaries) {
      const part = lamps.map((lamp) => (lamp === null ? -1 : tests.findIndex((isIn) => isIn(lamp, called))));
      placed.push({ district, part });
      yield;
    }
    all.push({
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
    });
  }
  return all;
}
