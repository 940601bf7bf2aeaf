import { expect, test } from 'vitest';
import { smallDictionaries, smallStreets } from '../../../tests/support/small-city.ts';
import { atOnce } from '../steps.ts';
import { LightingPlan } from './model.ts';
import { streetFacts } from './place-lamps.ts';
import { placeScenes } from './place-scenes.ts';

const facts = streetFacts(smallStreets.flatMap(({ features }) => features));
const scene = (...parts: object[]) => ({ scenes: [{ id: 'fete', name: 'Fête', parts }] });
/** Level → how many lamps, and all that are in some part. */
function placed(...parts: object[]) {
  const scenes = LightingPlan.pick({ scenes: true }).parse(scene(...parts));
  const [its] = atOnce(placeScenes(scenes, smallDictionaries, facts));
  const refs = its!.parts.map(({ level, lamps }) => ({
    level,
    refs: lamps.flatMap(({ district, indices }) => indices.map((index) => `${district} ${index}`)),
  }));
  return {
    counts: refs.map(({ level, refs: all }) => [level, all.length]),
    all: refs.flatMap((one) => one.refs),
  };
}
const living = smallDictionaries.flatMap(({ lamps }) => lamps.filter((lamp) => lamp !== null));
const monge = living.filter(({ street }) => street === 'rue Monge').length;

test('each lamp is in the first part that it fits, whatever the accents', () => {
  const { counts, all } = placed(
    { where: { streets: ['Rue MONGE'] }, level: 30 },
    { where: {}, level: 60 },
    { where: { streets: ['rue Monge'] }, level: 90 },
  );
  expect(counts).toEqual([
    [30, monge],
    [60, living.length - monge],
    [90, 0],
  ]);
  expect(new Set(all).size).toBe(living.length);
});

test('lamps that no part names are in none', () => {
  expect(placed({ where: { streets: ['rue de nulle part'] }, level: 30 }).counts).toEqual([[30, 0]]);
});
