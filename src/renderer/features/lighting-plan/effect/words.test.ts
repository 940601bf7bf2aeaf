import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedPlan } from '../../../../../tests/support/plan.ts';
import { LightingPlan } from '../../../../shared/lighting/model.ts';
import { createTranslate } from '../../../lib/i18n/index.tsx';
import { effectWords, otherRulesIn } from './words.ts';

const plan = LightingPlan.parse(parse(shippedPlan()));
const { incidents, scenes } = plan;
const dimmer = { incidents: incidents.with(0, { ...incidents[0]!, level: 85 }) };
const without = { scenes: scenes.slice(1) };
const renamed = {
  incidents: incidents.map((part) => ({ ...part, name: 'Autrement' })),
  scenes: scenes.map((part) => ({ ...part, name: 'Autrement' })),
};

test.each([
  ['nothing', {}, 'none'],
  ['names alone', renamed, 'none'],
  ['another level around interventions', dimmer, 'incidents'],
  ['a scene that is gone', without, 'scenes'],
  ['both', { ...dimmer, ...without }, 'both'],
] as const)('%s', (_, change, others) => expect(otherRulesIn(plan, { ...plan, ...change })).toBe(others));

test('nobody reads that nothing changes where it does', () => {
  const t = createTranslate('fr');
  const pair = { before: 0, after: 0 };
  const none = { lamps: 120, touched: 0, hours: pair, kwh: pair, unrated: 0 };
  const said = (['none', 'incidents', 'scenes', 'both'] as const).map((others) =>
    effectWords(t, none, others),
  );
  expect(new Set(said).size).toBe(4);
  expect(said[1]).toContain('autour des interventions');
  expect(effectWords(t, { ...none, touched: 3 }, 'both')).toMatch(/^3 lampadaires/);
});
