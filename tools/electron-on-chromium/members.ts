/** What the stand-in has of Electron's modules for the main process, each named once. */
export { app } from './app/app.ts';
export { webContents } from './contents/all.ts';
export { ipcMain } from './ipc-main.ts';
export { crashReporter } from './modules/crash-reporter.ts';
export { dialog } from './modules/dialog.ts';
export { Menu } from './modules/menu.ts';
export { nativeTheme } from './modules/native-theme.ts';
export { powerMonitor, powerSaveBlocker } from './modules/power.ts';
export { safeStorage } from './modules/safe-storage.ts';
export { screen } from './modules/screen.ts';
export { utilityProcess } from './modules/utility-process.ts';
export { net } from './protocol/net.ts';
export { protocol } from './protocol/protocol.ts';
export { session } from './session/session.ts';
export { BrowserWindow } from './window/browser-window.ts';
