export { SettingsForm } from './SettingsForm.tsx';
export { createSettingsStore, type Settings, SettingsProvider, useSettings } from './store.ts';
export { useTheme } from './theme.ts';
