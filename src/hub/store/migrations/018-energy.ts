import type { Step } from './step.ts';

/** What lamps used, by hour and by day: a district's sums, and beside them those of each of its streets. */
export const energy: Step = {
  version: 18,
  name: 'energy',
  statements: (schema) => [
    schema
      .createTable('energy_hour')
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('district', 'text', (c) => c.notNull())
      .addColumn('whole', 'text', (c) => c.notNull())
      .addColumn('streets', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('energy_hour_key', ['at', 'district']),
    schema
      .createTable('energy_day')
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('district', 'text', (c) => c.notNull())
      .addColumn('whole', 'text', (c) => c.notNull())
      .addColumn('streets', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('energy_day_key', ['day', 'district']),
  ],
};
