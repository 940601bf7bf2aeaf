import type { Step } from './step.ts';

/** Lamps at fault and since when: what reports have told must not be found out anew by a hub that starts. */
export const lampAtFault: Step = {
  version: 19,
  name: 'lamps at fault',
  statements: (schema) => [
    schema
      .createTable('lamp_at_fault')
      .addColumn('lamp', 'text', (c) => c.primaryKey())
      .addColumn('faults', 'integer', (c) => c.notNull())
      .addColumn('since', 'text', (c) => c.notNull())
      .addColumn('power', 'text'),
  ],
};
