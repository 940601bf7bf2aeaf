import type { Step } from './step.ts';

/** The plans that lamps were programmed by: the latest holds while its file can't be read. */
export const lightingPlan: Step = {
  version: 17,
  name: 'lighting plan',
  statements: (schema) => [
    schema
      .createTable('lighting_plan')
      .addColumn('version', 'integer', (c) => c.primaryKey())
      .addColumn('since', 'text', (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull()),
  ],
};
