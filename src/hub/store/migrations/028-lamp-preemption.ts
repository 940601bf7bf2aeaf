import type { Step } from './step.ts';

/** Orders that were laid over another person's; `seen_at` null until that person has taken note. */
export const lampPreemption: Step = {
  version: 28,
  name: 'lamp preemption',
  statements: (schema) => [
    schema
      .createTable('lamp_preemption')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('seen_at', 'text')
      .addColumn('json', 'text', (column) => column.notNull()),
  ],
};
