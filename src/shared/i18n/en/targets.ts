import type { targets as fr } from '../fr/targets.ts';

export const targets: Readonly<Record<keyof typeof fr, string>> = {
  'targets.before.claim': 'to be claimed within {target}',
  'targets.before.assign': 'to be assigned within {target}',
  'targets.before.arrive': 'to be on site within {target}',
  'targets.before.close': 'to be closed within {target}',
  'targets.lateShort': 'late',
  'targets.lateStepShort': 'step late',
  'targets.lateSteps': '{n, plural, one {one step late} other {# steps late}}',
  'targets.late.claim': 'claim late by {by}',
  'targets.late.assign': 'assignment late by {by}',
  'targets.late.arrive': 'arrival late by {by}',
  'targets.late.close': 'closing late by {by}',
};
