import type { Step } from './step.ts';

/** Alarms as the room has them, beside the ticket that each opened. */
export const alarm: Step = {
  version: 13,
  name: 'alarm',
  statements: (schema) => [
    schema
      .createTable('alarm')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('ticket_id', 'text')
      /** when its shelf ends, or when it has been normal since: ISO 8601 */
      .addColumn('due', 'text')
      .addColumn('json', 'text', (c) => c.notNull()),
    schema.createIndex('alarm_ticket').on('alarm').column('ticket_id'),
    schema.createIndex('alarm_state').on('alarm').columns(['state', 'due']),
  ],
};
