import type { Step } from './step.ts';

/** That lamps of an override which had not followed are commanded anew, as the desk wrote it. */
export const lampResend: Step = {
  version: 21,
  name: 'lamp resend',
  statements: (schema) => [schema.alterTable('lamp_override').addColumn('resent', 'text')],
};
