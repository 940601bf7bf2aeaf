import type { common as fr } from '../fr/common.ts';

export const common: Record<keyof typeof fr, string> = {
  'common.close': 'Close',
  'common.cancel': 'Cancel',
  'common.retry': 'Try again',
  'common.reloadPanel': 'Reload this panel',
  'common.panelFailed': 'This panel has stopped',
  'common.panelFailedDetail': 'The rest of the seat goes on. The error is counted in diagnostics.',
  'common.loading': 'Loading…',
  'common.failed': 'Request without effect: {what}',
  'common.escape': 'Esc',
  'common.dismiss': 'Seen',

  'priority.1': 'P1 Immediate',
  'priority.2': 'P2 Urgent',
  'priority.3': 'P3 Routine',
  'priority.4': 'P4 Deferred',
};
