/** By when what has to be done on a ticket, and what is late. */
export const targets = {
  'targets.before.claim': 'prise en charge avant {target}',
  'targets.before.assign': 'affectation avant {target}',
  'targets.before.arrive': 'arrivée avant {target}',
  'targets.before.close': 'clôture avant {target}',
  'targets.lateShort': 'en retard',
  'targets.lateStepShort': 'étape en retard',
  'targets.lateSteps': '{n, plural, one {une étape en retard} other {# étapes en retard}}',
  'targets.late.claim': 'prise en charge en retard de {by}',
  'targets.late.assign': 'affectation en retard de {by}',
  'targets.late.arrive': 'arrivée en retard de {by}',
  'targets.late.close': 'clôture en retard de {by}',
} as const;
