import type { Cdp } from '../chromium/cdp.ts';
import { codec } from '../codec.ts';
import { ipcMain } from '../ipc-main.ts';
import { strict } from '../lacking.ts';
import { PRELOAD_WORLD, RECEIVER } from '../world/scripts.ts';
import type { WebContents } from './web-contents.ts';

type Kind = 'send' | 'invoke' | 'open' | 'emit' | 'preloadFailed';
const { encode, decode } = codec();

/** The messages between main and one page's preload world. */
export class Messages {
  readonly #contents: WebContents;
  readonly #cdp: Cdp;
  /** The preload world of the document now in the main frame. */
  #context: number | undefined;

  constructor(contents: WebContents, cdp: Cdp, mainFrameId: string) {
    this.#contents = contents;
    this.#cdp = cdp;
    cdp.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
      if (name === PRELOAD_WORLD && (auxData as { frameId?: string }).frameId === mainFrameId)
        this.#context = id;
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (this.#context === executionContextId) this.#context = undefined;
    });
    cdp.on('Runtime.executionContextsCleared', () => {
      this.#context = undefined;
    });
    cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) =>
      this.#receive(payload, executionContextId),
    );
  }

  /** To the page; lost, as in Electron, when no document is there to hear it. */
  post(kind: 'event' | 'ok' | 'failed', target: string | number, body: unknown): void {
    const text = encode([kind, target, body]);
    if (this.#context === undefined) return;
    this.#cdp
      .send('Runtime.callFunctionOn', {
        functionDeclaration: `function (text) { ${RECEIVER}(text); }`,
        executionContextId: this.#context,
        arguments: [{ value: text }],
      })
      .then(
        ({ exceptionDetails: thrown }) => {
          if (thrown) this.#contents._console('error', thrown.exception?.description ?? thrown.text);
        },
        () => {}, // the document has gone meanwhile
      );
  }

  #receive(payload: string, contextId: number): void {
    const [kind, id, channel, args] = decode(payload) as [Kind, number, string, unknown[]];
    const contents = this.#contents;
    switch (kind) {
      case 'send':
        ipcMain.emit(channel, this.#event(contextId), ...args);
        return;
      case 'invoke':
        void this.#invoke(id, channel, contextId, args);
        return;
      case 'open':
        contents._openRequested(...(args as [string, string, string]));
        return;
      case 'emit':
        contents.emit(channel, ...args);
        return;
      case 'preloadFailed':
        contents._preloadFailed(args[0] as Error);
        return;
    }
  }

  async #invoke(id: number, channel: string, contextId: number, args: unknown[]): Promise<void> {
    try {
      const value = await ipcMain._invoke(channel, this.#event(contextId), args);
      this.post('ok', id, value);
    } catch (error) {
      this.post('failed', id, `Error invoking remote method '${channel}': ${error}`);
    }
  }

  /** A document that has been navigated away from has no frame any more. */
  #event(contextId: number): object {
    const { mainFrame } = this.#contents;
    const event = strict('IpcMainEvent', {
      sender: this.#contents,
      senderFrame: contextId === this.#context ? mainFrame : null,
      type: 'frame',
      processId: mainFrame.processId,
      frameId: mainFrame.routingId,
      ports: [],
      defaultPrevented: false,
      preventDefault: () => {},
      reply: (channel: string, ...args: unknown[]) => this.#contents.send(channel, ...args),
    });
    return event;
  }
}
