import { randomUUID } from 'node:crypto';
import type { Rectangle } from 'electron';
import type { Cdp } from '../chromium/cdp.ts';
import { LackingError, onlyKnown, StrictEmitter } from '../lacking.ts';
import { schemes } from '../protocol/schemes.ts';
import { applyPermissions } from '../session/permissions.ts';
import { defaultSession } from '../session/session.ts';
import type { Target } from '../window/targets.ts';
import { attach } from './attach.ts';
import { CONTENTS_EVENTS } from './events.ts';
import { type MainFrame, makeMainFrame } from './frame.ts';
import { type CapturedImage, capturedImage } from './image.ts';
import type { Messages } from './messages.ts';

/** What a window tells the page in it. */
export interface ContentsOptions {
  readonly id: number;
  readonly preload: string | undefined;
  readonly additionalArguments: readonly string[];
  /** Closes the window, asking it first. */
  readonly close: () => void;
}

type OpenHandler = (details: object) => { action: 'allow' | 'deny' };

/** Electron's WebContents. Members with an underscore are the stand-in's own. */
export class WebContents extends StrictEmitter {
  readonly id: number;
  readonly session = defaultSession;
  readonly mainFrame: MainFrame;
  readonly _options: ContentsOptions;
  readonly _secret = randomUUID();
  /** Resolves when commands can be sent to the page. */
  readonly _attached: Promise<{ readonly cdp: Cdp; readonly target: Target }>;
  #messages: Messages | undefined;
  #openHandler: OpenHandler | undefined;
  #targetId = '';
  #url = '';
  /** The address the application itself has asked for, until it is there. */
  #loading: string | undefined;
  #isCrashed = false;
  #isDestroyed = false;

  constructor(options: ContentsOptions, target: Promise<Target>) {
    super('webContents', CONTENTS_EVENTS);
    this.id = options.id;
    this._options = options;
    this.mainFrame = makeMainFrame(this, this._secret);
    this._attached = target.then(async (there) => {
      this.#targetId = there.targetId;
      this.#messages = await attach(this, there);
      return { cdp: there.cdp, target: there };
    });
    this._attached.catch((error: Error) => {
      if (!this.#isDestroyed) console.error(`electron-on-chromium: no page for window ${this.id}:`, error);
    });
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
    this.#messages?.post('event', channel, args);
  }
  async loadURL(url: string, options: object = {}): Promise<void> {
    onlyKnown('an option of loadURL', options, []);
    const { cdp } = await this._attached;
    this.#loading = schemes.inward(new URL(schemes.outward(url)).href);
    await applyPermissions(this, url);
    this.emit('did-start-loading');
    const arrived = this.#arrival();
    const { errorText } = await cdp.send('Page.navigate', { url: schemes.outward(url) });
    if (errorText !== undefined) {
      const reason = errorText.replace('net::', '');
      this.#loading = undefined;
      this.emit('did-fail-load', {}, -2, reason, url, true);
      this.emit('did-stop-loading');
      throw Object.assign(new Error(`${reason} (-2) loading '${url}'`), { code: reason, errno: -2, url });
    }
    await arrived;
  }
  reload(): void {
    this.#isCrashed = false;
    this.#loading = this.getURL();
    this._attached.then(({ cdp }) => cdp.send('Page.reload')).catch(() => {});
  }
  getURL(): string {
    return this.#url;
  }
  isLoading(): boolean {
    return this.#loading !== undefined;
  }
  isCrashed(): boolean {
    return this.#isCrashed;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  close(): void {
    this._options.close();
  }
  focus(): void {
    this._attached.then(({ cdp }) => cdp.send('Page.bringToFront')).catch(() => {});
  }
  forcefullyCrashRenderer(): void {
    this._attached.then(({ cdp }) => cdp.send('Page.crash')).catch(() => {}); // it does not answer: it crashes
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  async executeJavaScript(expression: string, userGesture = false): Promise<unknown> {
    const { cdp } = await this._attached;
    const options = { awaitPromise: true, returnByValue: true, userGesture };
    const { result, exceptionDetails: thrown } = await cdp.send('Runtime.evaluate', {
      expression,
      ...options,
    });
    if (thrown !== undefined) throw new Error(thrown.exception?.description ?? thrown.text);
    return result.value;
  }
  async capturePage(rect?: Rectangle, options: object = {}): Promise<CapturedImage> {
    onlyKnown('an option of capturePage', options, []);
    const { cdp } = await this._attached;
    const clip = rect === undefined ? {} : { clip: { ...rect, scale: 1 } };
    const { data } = await cdp.send('Page.captureScreenshot', { format: 'png', ...clip });
    return capturedImage(data);
  }

  get _targetId(): string {
    return this.#targetId;
  }
  _isLoading(url: string): boolean {
    return this.#loading?.split('#')[0] === url.split('#')[0];
  }
  _navigatedTo(url: string): void {
    this.#isCrashed = false;
    this.#url = url;
  }
  _loaded(): void {
    this.#loading = undefined;
    this.emit('did-finish-load', {});
    this.emit('did-stop-loading');
  }
  _crashed(): void {
    this.#isCrashed = true;
    this.#loading = undefined;
  }
  _destroyed(): void {
    this.#isDestroyed = true;
    this.emit('destroyed');
  }
  _console(level: string, message: string): void {
    this.emit('console-message', { level, message, lineNumber: 0, sourceId: '', frame: this.mainFrame });
  }
  _preloadFailed(error: Error): void {
    const path = this._options.preload ?? '';
    console.error(`electron-on-chromium: unable to load preload script ${path}:`, error);
    this.emit('preload-error', {}, path, error);
  }
  /** A page wants a window. Refusing is all there is: Vigie opens its windows from main. */
  _openRequested(outer: string, frameName = '', features = ''): void {
    const url = schemes.inward(outer);
    const details = {
      url,
      frameName,
      features,
      disposition: 'new-window',
      referrer: { url: '', policy: 'default' },
    };
    if (this.#openHandler?.(details).action !== 'deny')
      throw new LackingError(`a window opened by a page (${url}), which setWindowOpenHandler did not deny,`);
  }

  #arrival(): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => () => {
        this.off('did-finish-load', finished).off('destroyed', gone);
        act();
      };
      const finished = settle(resolve);
      const gone = settle(() => reject(new Error(`ERR_ABORTED (-3) loading '${this.#loading}'`)));
      this.on('did-finish-load', finished).on('destroyed', gone);
    });
  }
}
