/** Field units: where they are, what they were told and what they answered. */
export const units = {
  'desk.event.unit.answered':
    '{unit} : {answer, select, accepted {a accepté} onSite {sur place} done {a terminé} other {refuse}}',
  'desk.event.unit.untold': '{unit} : sans réponse à temps, à prévenir autrement',
  'desk.event.unit.released': '{unit} : retirée par {who}',
  'desk.op.unit.release': 'Retirer une équipe',
} as const;
