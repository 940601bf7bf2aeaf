import type { EventEmitter } from 'node:events';
import type { Rectangle } from 'electron';
import type { Chromium } from '../chromium/chromium.ts';

type State = 'normal' | 'minimized' | 'maximized' | 'fullscreen';
interface Place {
  readonly bounds: Rectangle;
  readonly state: State;
}

const POLL_MS = 500;
const ENTERED = {
  normal: undefined,
  minimized: 'minimize',
  maximized: 'maximize',
  fullscreen: 'enter-full-screen',
};
const LEFT = {
  normal: undefined,
  minimized: 'restore',
  maximized: 'unmaximize',
  fullscreen: 'leave-full-screen',
};

/**
 * Where a window is and in which state, as Chromium last said. Orders go in turn; the protocol tells of no change, so
 * on a display, where a user can move a window, it is asked twice a second.
 */
export class Placement {
  readonly #window: EventEmitter;
  readonly #chromium: Chromium;
  readonly #targetId: Promise<string>;
  #place: Place;
  #normal: Rectangle;
  #orders: Promise<unknown>;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(window: EventEmitter, chromium: Chromium, targetId: Promise<string>, bounds: Rectangle) {
    this.#window = window;
    this.#chromium = chromium;
    this.#targetId = targetId;
    this.#place = { bounds, state: 'normal' };
    this.#normal = bounds;
    this.#orders = targetId.catch(() => {});
    if (!chromium.options.headless) this.#timer = setInterval(() => this.refresh(), POLL_MS).unref();
  }

  get bounds(): Rectangle {
    return { ...this.#place.bounds };
  }
  /** The bounds the window has when it is neither maximised, minimised nor full screen. */
  get normal(): Rectangle {
    return { ...this.#normal };
  }
  get state(): State {
    return this.#place.state;
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const wanted = { ...this.#place.bounds, ...bounds };
    this.#learn({ bounds: wanted, state: this.#place.state });
    const { x: left, y: top, width, height } = wanted;
    this.#order({ left, top, width, height });
  }
  setState(windowState: State): void {
    if (windowState === this.state) return;
    // Chromium refuses to go from one special state straight to another.
    if (windowState !== 'normal') this.#order({ windowState: 'normal' });
    this.#order({ windowState });
  }
  /** Asks Chromium where the window is now. */
  refresh(): void {
    this.#orders = this.#orders.then(() => this.#ask()).catch(() => {});
  }
  dispose(): void {
    this.#isOver = true;
    clearInterval(this.#timer);
  }

  #order(bounds: {
    left?: number;
    top?: number;
    width?: number;
    height?: number;
    windowState?: State;
  }): void {
    const run = async () => {
      const { windowId } = await this.#find();
      await this.#chromium.browser.send('Browser.setWindowBounds', { windowId, bounds });
      await this.#ask();
    };
    this.#orders = this.#orders.then(run).catch((error: Error) => {
      if (!this.#isOver)
        console.error(`electron-on-chromium: a window could not be placed: ${error.message}`);
    });
  }
  async #find() {
    return this.#chromium.browser.send('Browser.getWindowForTarget', { targetId: await this.#targetId });
  }
  async #ask(): Promise<void> {
    const { left, top, width, height, windowState } = (await this.#find()).bounds;
    const { x, y, width: oldWidth, height: oldHeight } = this.#place.bounds;
    this.#learn({
      bounds: { x: left ?? x, y: top ?? y, width: width ?? oldWidth, height: height ?? oldHeight },
      state: windowState ?? 'normal',
    });
  }
  #learn(now: Place): void {
    if (this.#isOver) return;
    const was = this.#place;
    this.#place = now;
    if (now.state === 'normal') this.#normal = now.bounds;
    const tell = (event: string | undefined) => event !== undefined && this.#window.emit(event, {});
    if (was.state !== now.state) {
      tell(LEFT[was.state]);
      tell(ENTERED[now.state]);
    }
    if (was.bounds.width !== now.bounds.width || was.bounds.height !== now.bounds.height) {
      tell('resize');
      tell('resized');
    }
    if (was.bounds.x !== now.bounds.x || was.bounds.y !== now.bounds.y) {
      tell('move');
      tell('moved');
    }
  }
}
