import type { Step } from './step.ts';

/** Field units as they last reported themselves, and what they have to be told. */
export const units: Step = {
  version: 5,
  name: 'units',
  statements: (schema) => [
    schema
      .createTable('unit')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('json', 'text', (c) => c.notNull()),
    schema
      .createTable('unit_order')
      .addColumn('unit_id', 'text', (c) => c.notNull())
      .addColumn('cmd', 'text', (c) => c.notNull())
      .addColumn('ticket_id', 'text', (c) => c.notNull())
      .addColumn('expires_at', 'text', (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('unit_order_pk', ['unit_id', 'cmd']),
  ],
};
