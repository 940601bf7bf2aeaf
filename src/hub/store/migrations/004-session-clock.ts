import type { Step } from './step.ts';

/** What a seat's clock is worth: late commands are judged by the rights of their time, which are in the hub's. */
export const sessionClock: Step = {
  version: 4,
  name: 'session-clock',
  statements: (schema) => [
    schema
      .alterTable('session')
      .addColumn('hub_ahead_ms', 'bigint', (column) => column.notNull().defaultTo(0)),
  ],
};
