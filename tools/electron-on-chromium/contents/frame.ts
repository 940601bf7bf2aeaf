import { strict } from '../lacking.ts';
import { originOf } from '../protocol/schemes.ts';

/** Electron's WebFrameMain for the main frame: the only one that talks to main, as preloads run in no other. */
export interface MainFrame {
  readonly url: string;
  readonly origin: string;
  readonly parent: null;
  readonly top: MainFrame;
  readonly processId: number;
  readonly routingId: number;
  readonly frameToken: string;
  isDestroyed(): boolean;
  send(channel: string, ...args: unknown[]): void;
}

interface Owner {
  readonly id: number;
  getURL(): string;
  isDestroyed(): boolean;
  send(channel: string, ...args: unknown[]): void;
}

export function makeMainFrame(contents: Owner, frameToken: string): MainFrame {
  const frame: MainFrame = strict('webFrameMain', {
    get url() {
      return contents.getURL();
    },
    get origin() {
      return originOf(contents.getURL());
    },
    parent: null,
    get top() {
      return frame;
    },
    processId: contents.id,
    routingId: contents.id,
    frameToken,
    isDestroyed: () => contents.isDestroyed(),
    send: (channel: string, ...args: unknown[]) => contents.send(channel, ...args),
  });
  return frame;
}
