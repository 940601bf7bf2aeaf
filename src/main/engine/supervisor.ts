import { ENGINE_ENDED } from '../../shared/ipc/channels.ts';
import type { FromSeat, SeatRequestName, ToSeat } from '../../shared/ipc/contract.ts';
import type { EngineState } from '../../shared/ipc/model.ts';
import { type Instant, instant } from '../../shared/wire/time.ts';

/** What the supervisor uses of a utility process; a test gives it a plain child process in this shape. */
export interface EngineProcess {
  on(event: 'message', listener: (message: FromSeat) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  postMessage(message: ToSeat): void;
  kill(): boolean;
}

export interface SupervisorOptions {
  readonly fork: (onErrorLine: (line: string) => void) => EngineProcess;
  readonly onPush: (message: Extract<FromSeat, { type: 'push' }>) => void;
  readonly onState: (state: EngineState) => void;
  readonly now: () => number;
  /** how long it may take to end in good order, ms */
  readonly stopGraceMs?: number;
  /** how often it must give a sign of life, ms */
  readonly beatMs?: number;
}

/** Before the next start: 100 ms, then twice as long each time, to 10 s; a minute's good life forgives. */
const FIRST_WAIT_MS = 100;
const MAX_WAIT_MS = 10_000;
const GOOD_LIFE_MS = 60_000;
/** Ends in a row, some 3 s, after which requests wait no longer: what was asked then must not be done much later. */
const PATIENCE = 5;
const STOP_GRACE_MS = 4_000;
/** Beats that may pass in silence, 15 s: a disk that stalls for long is no reason to end it. */
const BEAT_MS = 3_000;
const MOST_SILENT = 5;
/** While it starts, two minutes: a large database may have to be checked, mended or migrated first. */
const MOST_SILENT_STARTING = 40;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Keeps the seat engine alive: starts it, answers for it while it is away, starts it again when it dies, ends it when
 * it hangs.
 * Requests made before it is ready wait; those under way when it dies are rejected, for nobody knows how far they got.
 */
export class Supervisor {
  readonly #on: SupervisorOptions;
  readonly #waiting = new Map<number, Waiting>();
  #process: EngineProcess | undefined;
  #state: EngineState = { kind: 'starting' };
  #unsent: ToSeat[] = [];
  #lastId = 0;
  /** ends in a row, without a good life between them, and since when */
  #tries = 0;
  #since: Instant | undefined;
  #upAt = 0;
  #lastError: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #beat: NodeJS.Timeout | undefined;
  /** beats since it was last heard */
  #silent = 0;
  #stopping: PromiseWithResolvers<void> | undefined;

  constructor(options: SupervisorOptions) {
    this.#on = options;
    this.#start();
  }

  get state(): EngineState {
    return this.#state;
  }

  request(name: SeatRequestName, input: unknown): Promise<unknown> {
    if (this.#stopping !== undefined) return Promise.reject(new Error('the application is closing'));
    if (this.#state.kind !== 'up' && this.#tries >= PATIENCE)
      return Promise.reject(new Error('the seat engine does not stay up'));
    const id = ++this.#lastId;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { resolve, reject });
    const message: ToSeat = { type: 'request', id, name, input };
    if (this.#state.kind === 'up') this.#process?.postMessage(message);
    else this.#unsent.push(message);
    return promise;
  }

  /** Ends the engine in good order, or after 4 s in any; what still waits is rejected. */
  async stop(): Promise<void> {
    if (this.#stopping !== undefined) return this.#stopping.promise;
    this.#stopping = Promise.withResolvers<void>();
    clearTimeout(this.#timer);
    clearInterval(this.#beat); // from here on the grace counts
    if (this.#process === undefined) {
      this.#rejectAll('the application is closing');
      return this.#stopping.resolve();
    }
    const grace = setTimeout(() => this.#process?.kill(), this.#on.stopGraceMs ?? STOP_GRACE_MS);
    this.#process.postMessage({ type: 'stop' });
    await this.#stopping.promise;
    clearTimeout(grace);
  }

  #start(): void {
    this.#lastError = undefined;
    try {
      const process = this.#on.fork((line) => this.#hearLastWord(line));
      this.#process = process;
      process.on('message', (message) => this.#hear(message));
      process.on('exit', (code) => this.#died(code));
      this.#silent = 0;
      this.#beat = setInterval(() => this.#ping(), this.#on.beatMs ?? BEAT_MS);
    } catch (error) {
      this.#lastError = error instanceof Error ? error.message : String(error);
      this.#died(-1);
    }
  }

  /** It may arrive after the end that it explains. */
  #hearLastWord(line: string): void {
    this.#lastError = line;
    if (this.#process === undefined && this.#state.kind === 'restarting')
      this.#set({ ...this.#state, lastError: line });
  }

  #hear(message: FromSeat): void {
    this.#silent = 0;
    switch (message.type) {
      case 'ready':
        this.#upAt = this.#on.now();
        this.#set({ kind: 'up', since: instant(this.#upAt) });
        for (const unsent of this.#unsent.splice(0)) this.#process?.postMessage(unsent);
        break;
      case 'answer': {
        const waiting = this.#waiting.get(message.id);
        this.#waiting.delete(message.id);
        if (message.ok) waiting?.resolve(message.value);
        else waiting?.reject(new Error(message.error));
        break;
      }
      case 'push':
        this.#on.onPush(message);
        break;
      case 'pong':
      case 'stopped': // its exit follows
        break;
    }
  }

  /** Beats are counted, not time: while main itself stands still, as in a computer's sleep, none passes. */
  #ping(): void {
    const isUp = this.#state.kind === 'up';
    if (this.#silent < (isUp ? MOST_SILENT : MOST_SILENT_STARTING)) {
      this.#silent++;
      if (isUp) this.#process?.postMessage({ type: 'ping' });
      return;
    }
    this.#lastError = 'it gave no sign of life any more and was ended';
    this.#process?.kill();
  }

  #died(code: number): void {
    this.#process = undefined;
    clearInterval(this.#beat);
    if (this.#stopping !== undefined) {
      this.#rejectAll('the application is closing');
      this.#stopping.resolve();
      return;
    }
    const now = this.#on.now();
    const anew = now - this.#upAt > GOOD_LIFE_MS && this.#state.kind === 'up';
    this.#tries = anew ? 1 : this.#tries + 1;
    if (anew || this.#since === undefined) this.#since = instant(now);
    if (this.#tries >= PATIENCE) this.#unsent = [];
    this.#rejectAll(ENGINE_ENDED, this.#unsent);
    const lastError = this.#lastError ?? `exit code ${code}`;
    this.#set({ kind: 'restarting', since: this.#since, tries: this.#tries, lastError });
    const wait = Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#tries - 1));
    this.#timer = setTimeout(() => this.#start(), wait);
  }

  #rejectAll(why: string, but: readonly ToSeat[] = []): void {
    const kept = new Set(but.map((message) => (message.type === 'request' ? message.id : 0)));
    for (const [id, { reject }] of this.#waiting) {
      if (kept.has(id)) continue;
      this.#waiting.delete(id);
      reject(new Error(why));
    }
  }

  #set(state: EngineState): void {
    this.#state = state;
    this.#on.onState(state);
  }
}
