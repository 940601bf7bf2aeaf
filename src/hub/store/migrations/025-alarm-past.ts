import type { Step } from './step.ts';

/** Alarms that were, for whoever sees a night again: an alarm itself is taken away an hour after it is normal. */
export const alarmPast: Step = {
  version: 25,
  name: 'alarms of the past',
  statements: (schema) => [
    schema
      .createTable('alarm_past')
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('raised_at', 'text', (c) => c.notNull())
      .addColumn('returned_at', 'text')
      .addColumn('json', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('alarm_past_key', ['raised_at', 'id']),
  ],
};
