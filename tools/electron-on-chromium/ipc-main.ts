import { StrictEmitter } from './lacking.ts';

export type InvokeHandler = (event: object, ...args: unknown[]) => unknown;

class IpcMain extends StrictEmitter {
  readonly #handlers = new Map<string, InvokeHandler>();

  constructor() {
    super('ipcMain');
  }
  handle(channel: string, handler: InvokeHandler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }
  handleOnce(channel: string, handler: InvokeHandler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }
  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }
  /** Not Electron's: what a page's `invoke` ends in. */
  async _invoke(channel: string, event: object, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return handler(event, ...args);
  }
}

/** Electron's `ipcMain`. */
export const ipcMain = new IpcMain();
