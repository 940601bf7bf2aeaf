import type { Step } from './step.ts';

/** Lamps that are taken out of their programme, until when, and how far each has followed. */
export const lampOverride: Step = {
  version: 12,
  name: 'lamp-override',
  statements: (schema) => [
    schema
      .createTable('lamp_override')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('until', 'text', (column) => column.notNull())
      .addColumn('json', 'text', (column) => column.notNull())
      .addColumn('released', 'text'),
  ],
};
