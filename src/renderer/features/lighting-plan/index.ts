/** The lighting plan written at a console: a draft with what it would change, published, and taken back. */
export { LightingSection } from './LightingSection.tsx';
