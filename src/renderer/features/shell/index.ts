export { SeatTroubles } from './Banners.tsx';
export { createHealthStore, HealthProvider } from './health.ts';
export { Kept } from './Kept.tsx';
export { NoticeList } from './NoticeList.tsx';
export type { WorkspaceId } from './Rail.tsx';
export { createRecoveryStore, RecoveryProvider } from './recovery.ts';
export { Shell } from './Shell.tsx';
export { ShortcutsDialog } from './ShortcutsDialog.tsx';
export { SplitPanels } from './SplitPanels.tsx';
