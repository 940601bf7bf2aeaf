export { SettingsForm } from './SettingsForm.tsx';
export { createSettingsStore, SettingsProvider, useSettings } from './store.ts';
export { useTheme } from './theme.ts';
