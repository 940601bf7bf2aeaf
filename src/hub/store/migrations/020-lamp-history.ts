import type { Step } from './step.ts';

/** How lamps were, a district and an hour to a row, and how many passages its streets had. */
export const lampHistory: Step = {
  version: 20,
  name: 'lamp history',
  statements: (schema) => [
    schema
      .createTable('lamp_history')
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('district', 'text', (c) => c.notNull())
      .addColumn('step', 'integer', (c) => c.notNull())
      .addColumn('bytes', 'bytea', (c) => c.notNull())
      .addPrimaryKeyConstraint('lamp_history_key', ['at', 'district']),
    schema.createIndex('lamp_history_step').on('lamp_history').columns(['step', 'at']),
    schema
      .createTable('passage_hour')
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('district', 'text', (c) => c.notNull())
      .addColumn('minutes', 'integer', (c) => c.notNull())
      .addColumn('streets', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('passage_hour_key', ['at', 'district']),
  ],
};
