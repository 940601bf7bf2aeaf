import type { Step } from './step.ts';

/**
 * What tickets are found by, apart from them: a search reads little and never the tickets themselves. The words of
 * tickets that were there before are filled in after the start (`src/hub/search/fill.ts`). The index names its tickets,
 * so that neither a search nor a snapshot reads those that it passes by.
 */
export const ticketText: Step = {
  version: 6,
  name: 'ticket-text',
  statements: (schema) => [
    schema
      .createTable('ticket_text')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('said', 'text', (c) => c.notNull()),
    schema.dropIndex('ticket_state'),
    schema.createIndex('ticket_state').on('ticket').columns(['state', 'closed_at', 'id']),
  ],
};
