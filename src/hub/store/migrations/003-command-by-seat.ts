import type { Step } from './step.ts';

const COLUMNS = ['cmd', 'seat', 'op', 'at', 'code', 'reply'];

/** A command is known by its id at its seat: another seat that uses the same id takes nothing from it. */
export const commandBySeat: Step = {
  version: 3,
  name: 'command-by-seat',
  statements: (schema, db) => [
    schema.alterTable('command').renameTo('command_by_id'),
    schema.dropIndex('command_at'),
    schema
      .createTable('command')
      .addColumn('seat', 'text', (c) => c.notNull())
      .addColumn('cmd', 'text', (c) => c.notNull())
      .addColumn('op', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('reply', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('command_pk', ['seat', 'cmd']),
    db.insertInto('command').columns(COLUMNS).expression(db.selectFrom('command_by_id').select(COLUMNS)),
    schema.dropTable('command_by_id'),
    schema.createIndex('command_at').on('command').column('at'),
  ],
};
