import type { Step } from './step.ts';

/** Pedestrian crossings as the city's inventory lists them, with those that it no longer has. */
export const crossings: Step = {
  version: 27,
  name: 'crossings',
  statements: (schema) => [
    schema
      .createTable('crossing')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('json', 'text', (c) => c.notNull())
      .addColumn('gone', 'text', (c) => c.notNull()),
  ],
};
