import { pathToFileURL } from 'node:url';
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { app } from '../app/app.ts';
import { WebContents } from '../contents/web-contents.ts';
import { chromium, host } from '../host.ts';
import { LackingError, onlyKnown, StrictEmitter, strict } from '../lacking.ts';
import { prevented } from '../preventable.ts';
import { WINDOW_EVENTS } from './events.ts';
import { openPage } from './open-page.ts';
import { checkOptions, firstBounds } from './options.ts';
import { Placement } from './placement.ts';
import { windows } from './registry.ts';
import { whenGone } from './targets.ts';

let lastId = 0;
let focused: BrowserWindow | null = null;

class Window extends StrictEmitter {
  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return focused;
  }
  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return Window.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }

  readonly id: number;
  readonly webContents: WebContents;
  readonly #placement: Placement;
  #title: string;
  #isVisible: boolean;
  #isReadyToShow = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', WINDOW_EVENTS);
    const running = chromium('BrowserWindow');
    checkOptions(options);
    const { webPreferences = {}, show = true, fullscreen = false, title = app.name } = options;
    this.id = ++lastId;
    this.#title = title;
    this.#isVisible = show;
    const bounds = firstBounds(options);
    const target = openPage(running, bounds);
    target.then(
      (there) => whenGone(there, () => this.#goneByItself()),
      () => this.destroy(),
    );
    const { preload, additionalArguments = [] } = webPreferences;
    const close = () => this.close();
    this.webContents = new WebContents({ id: this.id, preload, additionalArguments, close }, target);
    const targetId = target.then((there) => there.targetId);
    this.#placement = new Placement(this, running, targetId, bounds);
    windows.set(this.id, this);
    this.#followPage();
    if (fullscreen) this.setFullScreen(true);
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
  }

  loadURL(url: string, options: object = {}): Promise<void> {
    return this.webContents.loadURL(url, options);
  }
  async loadFile(path: string, options: object = {}): Promise<void> {
    onlyKnown('an option of loadFile', options, []);
    await this.loadURL(pathToFileURL(path).href);
  }
  close(): void {
    if (!this.isDestroyed() && !prevented(this, 'close')) this.destroy();
  }
  destroy(): void {
    if (this.isDestroyed()) return;
    this.webContents._attached
      .then(({ target: { targetId } }) => host.chromium?.browser.send('Target.closeTarget', { targetId }))
      .catch(() => {}); // it has gone with Chromium
    this.#gone();
  }
  isDestroyed(): boolean {
    return !windows.has(this.id);
  }

  getBounds(): Rectangle {
    return this.#placement.bounds;
  }
  getNormalBounds(): Rectangle {
    return this.#placement.normal;
  }
  getSize(): [number, number] {
    return [this.getBounds().width, this.getBounds().height];
  }
  getPosition(): [number, number] {
    return [this.getBounds().x, this.getBounds().y];
  }
  setBounds(bounds: Partial<Rectangle>): void {
    this.#placement.setBounds(bounds);
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }
  maximize(): void {
    this.#placement.setState('maximized');
  }
  unmaximize(): void {
    if (this.isMaximized()) this.#placement.setState('normal');
  }
  isMaximized(): boolean {
    return this.#placement.state === 'maximized';
  }
  minimize(): void {
    this.#placement.setState('minimized');
  }
  isMinimized(): boolean {
    return this.#placement.state === 'minimized';
  }
  restore(): void {
    this.#placement.setState('normal');
  }
  setFullScreen(on: boolean): void {
    if (on || this.isFullScreen()) this.#placement.setState(on ? 'fullscreen' : 'normal');
  }
  isFullScreen(): boolean {
    return this.#placement.state === 'fullscreen';
  }

  /** Chromium shows a window as soon as it has it; what is kept here is what the application wants. */
  show(): void {
    if (this.#isVisible) return;
    this.#isVisible = true;
    this.emit('show', {});
  }
  showInactive(): void {
    this.show();
  }
  isVisible(): boolean {
    return this.#isVisible;
  }
  focus(): void {
    this.webContents.focus();
  }
  isFocused(): boolean {
    return focused === this;
  }
  /** The books only: on a display Chromium's title bar shows the page's own title. */
  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  /** There is no menu bar: taking it away is done, giving one is not. */
  setMenu(menu: unknown): void {
    if (menu !== null) throw new LackingError('a menu');
  }
  removeMenu(): void {}
  setAutoHideMenuBar(): void {}
  setMenuBarVisibility(visible: boolean): void {
    if (visible) throw new LackingError('a menu bar');
  }

  #followPage(): void {
    this.webContents
      .on('dom-ready', () => {
        if (this.#isReadyToShow) return;
        this.#isReadyToShow = true;
        this.webContents.once('did-finish-load', () => this.emit('ready-to-show', {}));
      })
      .on('_focus', (isFocused: boolean) => {
        if (isFocused) focused = this;
        else if (focused === this) focused = null;
        this.emit(isFocused ? 'focus' : 'blur', {});
      })
      .on('_resize', () => this.#placement.refresh())
      .on('page-title-updated', (_event, title: string) => {
        if (!prevented(this, 'page-title-updated', {}, title, true)) this.#title = title;
      });
  }
  /** The user has closed the window, or Chromium: too late to refuse, but not to keep what must be kept. */
  #goneByItself(): void {
    if (this.isDestroyed()) return;
    this.emit('close', { defaultPrevented: false, preventDefault: () => {} });
    this.#gone();
  }
  #gone(): void {
    if (!windows.delete(this.id)) return;
    if (focused === this) focused = null;
    this.#placement.dispose();
    this.webContents._destroyed();
    this.emit('closed', {});
    if (windows.size > 0 || host.quitting) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else void app.quit();
  }
}

/** Electron's BrowserWindow. */
export const BrowserWindow = strict('BrowserWindow', Window);
export type BrowserWindow = Window;
