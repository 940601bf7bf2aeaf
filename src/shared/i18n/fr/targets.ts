/** By when what has to be done on a ticket, and what is late. */
export const targets = {
  'targets.before.claim': 'prise en charge avant {target}',
  'targets.before.assign': 'affectation avant {target}',
  'targets.before.arrive': 'arrivée avant {target}',
  'targets.before.close': 'clôture avant {target}',
  'targets.late.claim': 'prise en charge en retard de {by}',
  'targets.late.assign': 'affectation en retard de {by}',
  'targets.late.arrive': 'arrivée en retard de {by}',
  'targets.late.close': 'clôture en retard de {by}',
} as const;
