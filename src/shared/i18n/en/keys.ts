/** Keys from which nothing came, and why. */
export const keys = {
  'keys.text': 'Text typed outside a field: nothing was done. To act, one key at a time; N opens a form.',
  'keys.textAfter':
    'Text typed outside a field: only the first key acted ({key}: {did}). The rest is ignored.',
  'keys.unheard': 'No call is ringing: what you type goes nowhere. N opens a form.',
  'keys.gone': '{key} did nothing: what it does has just changed.',
  'keys.untaken': '{key} does nothing here at this moment.',
  'keys.unseen': '{key} did nothing: it was not on the screen. Read it, then {key} again.',
  'keys.stray': '{key} did nothing: the key before it was not taken.',
  'keys.lost': 'No form has opened. You had typed: “{typed}”',
} as const;
