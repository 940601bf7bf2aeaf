/** Everything one key away. */
export type { Entry, Sources } from './model.ts';
export { Palette } from './Palette.tsx';
export { PaletteField } from './PaletteField.tsx';
