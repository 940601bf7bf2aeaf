import type { Step } from './step.ts';

/** The views of the queue that each person has named. */
export const queueViews: Step = {
  version: 16,
  name: 'queue views',
  statements: (schema) => [
    schema
      .createTable('queue_views')
      .addColumn('person', 'text', (c) => c.primaryKey())
      .addColumn('json', 'text', (c) => c.notNull()),
  ],
};
