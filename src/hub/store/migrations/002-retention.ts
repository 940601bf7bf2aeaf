import type { Step } from './step.ts';

/** By age: what has been kept long enough is found without reading it all. */
export const retention: Step = {
  version: 2,
  name: 'retention',
  statements: (schema) => [schema.createIndex('journal_at').on('journal').column('at')],
};
