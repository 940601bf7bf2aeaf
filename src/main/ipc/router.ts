import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Log } from '../../node/log/log.ts';
import { PUSH_CHANNEL, REQUEST_CHANNEL, type Settled } from '../../shared/ipc/channels.ts';
import {
  type MainRequestName,
  type PushName,
  type PushPayload,
  type RequestInput,
  type RequestName,
  type RequestOutput,
  requests,
  type SeatRequestName,
} from '../../shared/ipc/contract.ts';
import { isTrustedSender } from '../security/origin.ts';

export type MainHandlers = {
  readonly [N in MainRequestName]: (input: RequestInput<N>) => RequestOutput<N>;
};

export interface RouterOptions {
  readonly ipcMain: IpcMain;
  readonly handlers: MainHandlers;
  readonly askSeat: (name: SeatRequestName, input: unknown) => Promise<unknown>;
  readonly log: Log;
}

const isRequest = (name: unknown): name is RequestName =>
  typeof name === 'string' && Object.hasOwn(requests, name);

/**
 * Windows' requests, all through one channel: the sender is checked, the name is known, the input has its shape; then
 * main answers or the seat engine does. What is refused is said to the window and logged without its content.
 */
export function routeRequests({ ipcMain, handlers, askSeat, log }: RouterOptions): void {
  ipcMain.handle(
    REQUEST_CHANNEL,
    async (event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<Settled> => {
      const refuse = (why: string): Settled => {
        log.warn(
          { name: String(name).slice(0, 80), url: event.senderFrame?.url },
          `refused a request: ${why}`,
        );
        return { ok: false, error: why };
      };
      if (!isTrustedSender(event.senderFrame)) return refuse('untrusted sender');
      if (!isRequest(name)) return refuse('unknown request');
      const { owner, input: schema } = requests[name];
      const parsed = schema.safeParse(input);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        return refuse(`${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong shape'}`);
      }
      try {
        // Owner and name go together in the contract; the compiler can't follow one through the other.
        const value =
          owner === 'main'
            ? (handlers[name as MainRequestName] as (input: unknown) => unknown)(parsed.data)
            : await askSeat(name as SeatRequestName, parsed.data);
        return { ok: true, value };
      } catch (error) {
        return { ok: false, error: error instanceof Error ? error.message : String(error) };
      }
    },
  );
}

/** Tells every window something; one whose page has died reads it all anew when it is back. */
export function broadcast<N extends PushName>(
  windows: readonly BrowserWindow[],
  name: N,
  payload: PushPayload<N>,
): void {
  for (const { webContents } of windows)
    if (!webContents.isDestroyed() && !webContents.isCrashed()) webContents.send(PUSH_CHANNEL, name, payload);
}
