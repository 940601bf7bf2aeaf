export { createHealthStore, type Health, HealthProvider, useHealth } from './health.ts';
export { NoticeList } from './NoticeList.tsx';
export type { WorkspaceId } from './Rail.tsx';
export { createRecoveryStore, type Recovery, RecoveryProvider } from './recovery.ts';
export { Shell } from './Shell.tsx';
export { ShortcutsDialog } from './ShortcutsDialog.tsx';
export { SplitPanels } from './SplitPanels.tsx';
