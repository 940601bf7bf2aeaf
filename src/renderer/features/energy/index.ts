/** What the city's lamps use and save, as the hub counted it. */
export { EnergyPanel } from './EnergyPanel.tsx';
export { LedSaving } from './LedSaving.tsx';
export { SelectionNight } from './night/SelectionNight.tsx';
