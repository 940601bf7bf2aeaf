export const units = {
  'desk.event.unit.answered':
    '{unit}: {answer, select, accepted {accepted} onSite {on site} done {done} other {refused}}',
  'desk.event.unit.untold': '{unit}: no answer in time, to be told otherwise',
  'desk.event.unit.released': '{unit}: taken off by {who}',
  'desk.op.unit.release': 'Take a unit off',
} as const;
