/** The module `electron` of the main process. Each name that Electron has is here: what is lacking throws when touched. */
import { lackingModule, strict } from './lacking.ts';
import * as members from './members.ts';

export * from './members.ts';

export const autoUpdater = lackingModule('autoUpdater');
export const BaseWindow = lackingModule('BaseWindow');
export const BrowserView = lackingModule('BrowserView');
export const clipboard = lackingModule('clipboard');
export const ClipboardItem = lackingModule('ClipboardItem');
export const contentTracing = lackingModule('contentTracing');
export const desktopCapturer = lackingModule('desktopCapturer');
export const globalShortcut = lackingModule('globalShortcut');
export const ImageView = lackingModule('ImageView');
export const inAppPurchase = lackingModule('inAppPurchase');
export const IpcMainServiceWorker = lackingModule('IpcMainServiceWorker');
export const MenuItem = lackingModule('MenuItem');
export const MessageChannelMain = lackingModule('MessageChannelMain');
export const nativeImage = lackingModule('nativeImage');
export const netLog = lackingModule('netLog');
export const Notification = lackingModule('Notification');
export const pushNotifications = lackingModule('pushNotifications');
export const sharedTexture = lackingModule('sharedTexture');
export const ShareMenu = lackingModule('ShareMenu');
export const shell = lackingModule('shell');
export const systemPreferences = lackingModule('systemPreferences');
export const TouchBar = lackingModule('TouchBar');
export const Tray = lackingModule('Tray');
export const View = lackingModule('View');
export const WebContentsView = lackingModule('WebContentsView');
export const WebSocket = lackingModule('WebSocket');
export const webFrameMain = lackingModule('webFrameMain');

export default strict('electron', { ...members });
