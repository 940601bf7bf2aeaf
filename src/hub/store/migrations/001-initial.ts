import type { SchemaModule } from 'kysely';
import type { Step } from './step.ts';

/** The room's store as issue 2 begins it. `bigint` where a counter may outgrow 32 bits on PostgreSQL. */
export const initial: Step = {
  version: 1,
  name: 'initial',
  statements: (schema: SchemaModule) => [
    schema
      .createTable('meta')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('value', 'text', (c) => c.notNull()),
    schema
      .createTable('counter')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('value', 'bigint', (c) => c.notNull()),
    schema
      .createTable('ticket')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('owner_seat', 'text')
      .addColumn('owner_person', 'text')
      .addColumn('closed_at', 'text')
      .addColumn('last_seq', 'bigint', (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull()),
    schema.createIndex('ticket_state').on('ticket').columns(['state', 'closed_at']),
    schema
      .createTable('event')
      .addColumn('seq', 'bigint', (c) => c.primaryKey())
      .addColumn('target_id', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull()),
    schema.createIndex('event_target').on('event').columns(['target_id', 'seq']),
    schema
      .createTable('command')
      .addColumn('cmd', 'text', (c) => c.primaryKey())
      .addColumn('seat', 'text', (c) => c.notNull())
      .addColumn('op', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('reply', 'text', (c) => c.notNull()),
    schema.createIndex('command_at').on('command').column('at'),
    schema
      .createTable('intake_key')
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('source_id', 'text', (c) => c.notNull())
      .addColumn('ticket_id', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('intake_key_pk', ['channel', 'source', 'source_id']),
    schema
      .createTable('mark')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('seq', 'bigint', (c) => c.notNull()),
    schema
      .createTable('journal')
      .addColumn('writer', 'text', (c) => c.notNull())
      .addColumn('n', 'bigint', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('journal_pk', ['writer', 'n']),
    schema
      .createTable('journal_head')
      .addColumn('writer', 'text', (c) => c.primaryKey())
      .addColumn('count', 'bigint', (c) => c.notNull())
      .addColumn('head', 'text', (c) => c.notNull()),
    schema
      .createTable('person')
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('since', 'text', (c) => c.notNull())
      .addColumn('json', 'text')
      .addPrimaryKeyConstraint('person_pk', ['id', 'since']),
    schema
      .createTable('session')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('seat', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('opened_at', 'text', (c) => c.notNull())
      .addColumn('closed_at', 'text')
      .addColumn('assurance', 'text', (c) => c.notNull()),
    schema.createIndex('session_seat').on('session').columns(['seat', 'closed_at']),
    schema
      .createTable('camera')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('json', 'text', (c) => c.notNull()),
    schema
      .createTable('dictionary')
      .addColumn('district', 'text', (c) => c.primaryKey())
      .addColumn('dict_version', 'bigint', (c) => c.notNull())
      .addColumn('imported', 'text', (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull()),
    schema
      .createTable('streets')
      .addColumn('district', 'text', (c) => c.primaryKey())
      .addColumn('json', 'text', (c) => c.notNull()),
    schema
      .createTable('lamp_fault')
      .addColumn('fault_key', 'text', (c) => c.primaryKey())
      .addColumn('source_id', 'text', (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull()),
  ],
};
