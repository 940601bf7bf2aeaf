import type { Step } from './step.ts';

/** Answers to who reported, kept until the broker has taken them; and who hears of what, by what was merged. */
export const answers: Step = {
  version: 10,
  name: 'answers',
  statements: (schema) => [
    schema
      .createTable('answer')
      .addColumn('n', 'bigint', (c) => c.primaryKey())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('source_id', 'text', (c) => c.notNull())
      .addColumn('ticket_id', 'text', (c) => c.notNull())
      .addColumn('moment', 'text', (c) => c.notNull())
      .addColumn('facts', 'text', (c) => c.notNull())
      .addColumn('sent_at', 'text'),
    schema.createIndex('answer_sent').on('answer').columns(['sent_at', 'n']),
    schema.createIndex('answer_source').on('answer').columns(['source', 'source_id', 'moment']),
    schema.alterTable('ticket').addColumn('merged_into', 'text'),
    schema.createIndex('ticket_merged').on('ticket').column('merged_into'),
    schema.createIndex('intake_ticket').on('intake_key').column('ticket_id'),
  ],
};
