import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from '@playwright/test';

/** One session of the Chrome DevTools Protocol: commands to one target, and its events. */
export type Cdp = Pick<CDPSession, 'on' | 'send'>;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

interface Call {
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The browser's debugging pipe: JSON messages that end with a zero byte, many sessions over one pipe. */
export class CdpPipe {
  readonly #calls = new Map<number, Call>();
  readonly #sessions = new Map<string, EventEmitter>();
  readonly #toBrowser: Writable;
  #lastId = 0;
  #unfinished: Buffer[] = [];
  #closed = false;

  constructor(toBrowser: Writable, fromBrowser: Readable) {
    this.#toBrowser = toBrowser;
    toBrowser.on('error', () => this.close());
    fromBrowser.on('data', (chunk: Buffer) => this.#read(chunk));
    fromBrowser.on('error', () => this.close());
  }

  /** The session of an attached target; without an id, that of the browser itself. */
  session(id?: string): Cdp {
    const events = new EventEmitter();
    this.#sessions.set(id ?? '', events);
    const send = (method: string, params: object = {}) => this.#send(method, params, id);
    return Object.assign(events, { send }) as unknown as Cdp;
  }

  forget(id: string): void {
    this.#sessions.delete(id);
  }

  /** Fails every call that still waits, and every later one. */
  close(): void {
    this.#closed = true;
    for (const { method, reject } of this.#calls.values()) reject(new Error(`${method}: Chromium has gone`));
    this.#calls.clear();
  }

  #send(method: string, params: object, sessionId: string | undefined): Promise<unknown> {
    if (this.#closed) return Promise.reject(new Error(`${method}: Chromium has gone`));
    const id = ++this.#lastId;
    this.#toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#calls.set(id, { method, resolve, reject }));
  }

  #read(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      this.#unfinished.push(chunk.subarray(from, end));
      const text = Buffer.concat(this.#unfinished).toString();
      this.#unfinished = [];
      from = end + 1;
      this.#dispatch(JSON.parse(text) as Message);
    }
    if (from < chunk.length) this.#unfinished.push(chunk.subarray(from));
  }

  #dispatch({ id, method, params, result, error, sessionId }: Message): void {
    if (id === undefined) {
      if (method !== undefined) this.#sessions.get(sessionId ?? '')?.emit(method, params);
      return;
    }
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    if (error === undefined) call?.resolve(result);
    else call?.reject(new Error(`${call.method}: ${error.message}`));
  }
}
