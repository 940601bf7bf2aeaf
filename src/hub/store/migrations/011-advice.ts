import type { Step } from './step.ts';

/** Which events answered advice, of which rule: to count them without reading all events. */
export const advice: Step = {
  version: 11,
  name: 'advice',
  statements: (schema) => [
    schema
      .createTable('advice')
      .addColumn('seq', 'bigint', (c) => c.primaryKey())
      .addColumn('rule', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull()),
    schema.createIndex('advice_at').on('advice').column('at'),
  ],
};
