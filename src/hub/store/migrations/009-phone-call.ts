import type { Step } from './step.ts';

/** Calls that ring, are spoken or have just ended: what rings must outlive a hub that is killed. */
export const phoneCall: Step = {
  version: 9,
  name: 'phone-call',
  statements: (schema) => [
    schema
      .createTable('phone_call')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('json', 'text', (c) => c.notNull()),
  ],
};
