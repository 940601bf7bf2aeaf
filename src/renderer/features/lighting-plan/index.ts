/** The lighting plan written at a console: a draft with what it would change, published, and taken back; and the hub's file. */
export { LightingSection } from './LightingSection.tsx';
export { PlanFile } from './PlanFile.tsx';
