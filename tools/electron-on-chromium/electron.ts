/** The module `electron` of the main process. Each name that Electron has is here: what is lacking throws when touched. */
import { app } from './app/app.ts';
import { webContents } from './contents/all.ts';
import { ipcMain } from './ipc-main.ts';
import { lackingModule, strict } from './lacking.ts';
import { crashReporter } from './modules/crash-reporter.ts';
import { dialog } from './modules/dialog.ts';
import { Menu } from './modules/menu.ts';
import { nativeTheme } from './modules/native-theme.ts';
import { powerMonitor, powerSaveBlocker } from './modules/power.ts';
import { safeStorage } from './modules/safe-storage.ts';
import { screen } from './modules/screen.ts';
import { utilityProcess } from './modules/utility-process.ts';
import { net } from './protocol/net.ts';
import { protocol } from './protocol/protocol.ts';
import { session } from './session/session.ts';
import { BrowserWindow } from './window/browser-window.ts';

export {
  app,
  BrowserWindow,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  utilityProcess,
  webContents,
};

export const autoUpdater = lackingModule('autoUpdater');
export const BaseWindow = lackingModule('BaseWindow');
export const clipboard = lackingModule('clipboard');
export const contentTracing = lackingModule('contentTracing');
export const desktopCapturer = lackingModule('desktopCapturer');
export const globalShortcut = lackingModule('globalShortcut');
export const ImageView = lackingModule('ImageView');
export const inAppPurchase = lackingModule('inAppPurchase');
export const MenuItem = lackingModule('MenuItem');
export const MessageChannelMain = lackingModule('MessageChannelMain');
export const nativeImage = lackingModule('nativeImage');
export const netLog = lackingModule('netLog');
export const Notification = lackingModule('Notification');
export const pushNotifications = lackingModule('pushNotifications');
export const ShareMenu = lackingModule('ShareMenu');
export const shell = lackingModule('shell');
export const systemPreferences = lackingModule('systemPreferences');
export const TouchBar = lackingModule('TouchBar');
export const Tray = lackingModule('Tray');
export const View = lackingModule('View');
export const WebContentsView = lackingModule('WebContentsView');
export const webFrameMain = lackingModule('webFrameMain');

export default strict('electron', {
  app,
  BrowserWindow,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  utilityProcess,
  webContents,
});
