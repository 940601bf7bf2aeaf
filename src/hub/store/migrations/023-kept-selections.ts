import type { Step } from './step.ts';

/** Lamps that each person has named. */
export const keptSelections: Step = {
  version: 23,
  name: 'kept selections',
  statements: (schema) => [
    schema
      .createTable('kept_selection')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('json', 'text'),
    schema.createIndex('kept_selection_person').on('kept_selection').column('person'),
  ],
};
