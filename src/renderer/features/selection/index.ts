/** Lamps chosen on the map or by words, and what is ordered of them. */
export { GroupButtons } from './GroupButtons.tsx';
export { useReadKept } from './kept.ts';
export { PreemptionWatch } from './PreemptionWatch.tsx';
export { SelectionPanel } from './SelectionPanel.tsx';
export { SelectionTools } from './SelectionTools.tsx';
export { createSelectionStore, SelectionProvider, useSelection } from './store.ts';
