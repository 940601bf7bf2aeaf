import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedPlan } from '../../../../tests/support/plan.ts';
import { CommandId } from '../../../shared/ids.ts';
import { LightingPlan } from '../../../shared/lighting/model.ts';
import { LightingVersion } from '../../../shared/lighting/version.ts';
import { createTranslate } from '../../lib/i18n/index.tsx';
import { isAllOf, ownVersion, ownWords } from './own.ts';

const plan = LightingPlan.parse(parse(shippedPlan()));
const [mine, theirs] = [CommandId.parse(v7()), CommandId.parse(v7())];
const version = (n: number, command?: CommandId) =>
  LightingVersion.parse({
    v: 1,
    id: String(n),
    version: n,
    since: '2026-11-29T10:00:00.000Z',
    by: { kind: 'file' },
    command,
    plan: { ...plan, version: n },
  });

test('a version is one’s own by the command that one sent, whoever else published since', () => {
  const versions = [version(1), version(2, mine), version(3, theirs)];
  expect(ownVersion([mine], versions)?.version).toBe(2);
  expect(ownVersion([], versions)).toBeUndefined();
  expect(ownVersion([CommandId.parse(v7())], versions)).toBeUndefined();
});

test('a draft that was written on since it was sent says more than was published', () => {
  const [floor] = plan.floors;
  // In another order of its fields, as a form makes them.
  const made = {
    ...plan,
    version: 9,
    floors: [{ ...floor!, where: { junctionMetres: 25, classes: floor!.where.classes } }],
  };
  const sent = LightingPlan.parse(made);
  expect(isAllOf(made, sent)).toBe(true);
  expect(isAllOf({ ...made, floors: [] }, sent)).toBe(false);
  expect(isAllOf({ ...made, place: [5, 48] }, sent)).toBe(false);
});

test('one’s own version that another has followed is not said to be in force', () => {
  const t = createTranslate('fr');
  expect(ownWords(t, 5, 5)).toMatch(/^Version 5 en vigueur/);
  expect(ownWords(t, 5, 6)).toMatch(/^Version 5 mise en vigueur.*La version 6 l’a suivie\.$/);
});
