import type { Step } from './step.ts';

/** Files of tickets: what refers to them, and their bytes in the pieces in which they came. */
export const attachments: Step = {
  version: 14,
  name: 'attachments',
  statements: (schema) => [
    schema
      .createTable('attachment')
      .addColumn('cmd', 'text', (c) => c.primaryKey())
      .addColumn('ticket_id', 'text', (c) => c.notNull())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('size', 'bigint', (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull()),
    schema.createIndex('attachment_sha256').on('attachment').column('sha256'),
    schema.createIndex('attachment_ticket').on('attachment').column('ticket_id'),
    schema
      .createTable('blob')
      .addColumn('sha256', 'text', (c) => c.primaryKey())
      .addColumn('seat', 'text', (c) => c.notNull())
      .addColumn('held_at', 'text', (c) => c.notNull()),
    schema
      .createTable('blob_piece')
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('seat', 'text', (c) => c.notNull())
      .addColumn('from_byte', 'bigint', (c) => c.notNull())
      .addColumn('to_byte', 'bigint', (c) => c.notNull())
      /** SQLite keeps bytes as they are under any name of a type */
      .addColumn('bytes', 'bytea', (c) => c.notNull())
      .addPrimaryKeyConstraint('blob_piece_place', ['sha256', 'seat', 'from_byte']),
  ],
};
