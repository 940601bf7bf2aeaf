import type { Step } from './step.ts';

/** What an import of the city's own inventory brings beside lamps and streets. */
export const inventory: Step = {
  version: 15,
  name: 'inventory',
  statements: (schema) => [
    /** whose tombstones are: pairs of lamp and index, JSON. Those of before are nobody's */
    schema.alterTable('dictionary').addColumn('gone', 'text', (c) => c.notNull().defaultTo('[]')),
    schema
      .createTable('cabinet')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('json', 'text', (c) => c.notNull()),
    schema
      .createTable('circuit')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('json', 'text', (c) => c.notNull()),
  ],
};
