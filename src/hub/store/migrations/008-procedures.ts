import type { Step } from './step.ts';

/** Every version of a procedure that was in force: tickets go on by the one that they began with. */
export const procedures: Step = {
  version: 8,
  name: 'procedures',
  statements: (schema) => [
    schema
      .createTable('procedure')
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('file', 'text', (column) => column.notNull())
      .addColumn('json', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('procedure_pk', ['id', 'version']),
  ],
};
