import type { Step } from './step.ts';

/** By which command a version of the plan was published: who never heard the answer knows it again. */
export const planCommand: Step = {
  version: 26,
  name: 'command of a published plan',
  statements: (schema) => [schema.alterTable('lighting_plan').addColumn('command', 'text')],
};
