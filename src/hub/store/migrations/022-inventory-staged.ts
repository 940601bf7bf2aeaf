import type { Step } from './step.ts';

/** An import of the inventory that a command has left for the hub that runs: it takes it over, whole or not at all. */
export const inventoryStaged: Step = {
  version: 22,
  name: 'inventory staged',
  statements: (schema) => [
    schema
      .createTable('inventory_staged')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('replaces', 'text', (c) => c.notNull())
      .addColumn('told', 'text', (c) => c.notNull())
      .addColumn('answer', 'text'),
    schema
      .createTable('inventory_staged_part')
      .addColumn('import_id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull())
      .addColumn('gone', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('inventory_staged_part_key', ['import_id', 'kind', 'id']),
  ],
};
