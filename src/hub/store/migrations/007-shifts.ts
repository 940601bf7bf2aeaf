import type { Step } from './step.ts';

/** Handovers of shifts, and refused commands that are left to supervisors; `seen_at` null until somebody has taken note. */
export const shifts: Step = {
  version: 7,
  name: 'shifts',
  statements: (schema) => [
    schema
      .createTable('shift')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('from_person', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull()),
    schema
      .createTable('refusal')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('seen_at', 'text')
      .addColumn('json', 'text', (c) => c.notNull()),
    schema.createIndex('ticket_owner').on('ticket').column('owner_person'),
  ],
};
