import type { Step } from './step.ts';

/** Who brought a version of the lighting plan into force, and why; none where it came by the file. */
export const planVersions: Step = {
  version: 24,
  name: 'plan versions',
  statements: (schema) => [
    schema.alterTable('lighting_plan').addColumn('person', 'text'),
    schema.alterTable('lighting_plan').addColumn('name', 'text'),
    schema.alterTable('lighting_plan').addColumn('motive', 'text'),
    schema.alterTable('lighting_plan').addColumn('restores', 'integer'),
  ],
};
