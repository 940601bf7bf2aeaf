import type { StorageError } from '../../node/sqlite/errors.ts';
import type {
  FromSeat,
  PushName,
  PushPayload,
  RequestInput,
  RequestOutput,
  SeatRequestName,
  ToSeat,
} from '../../shared/ipc/contract.ts';
import { damageOf } from '../disk/damage.ts';

/** What a utility process has for its parent; the stand-in and Electron give it the same. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: ToSeat }) => void): void;
  postMessage(message: FromSeat): void;
}

/** One handler for each request that main passes on. Main has parsed the input; types are the contract's. */
export type Handlers = {
  readonly [N in SeatRequestName]: (input: RequestInput<N>) => RequestOutput<N> | Promise<RequestOutput<N>>;
};

/** What ends the engine. */
interface Wishes {
  /** main wishes it */
  readonly onStop: () => void;
  /** a file of this seat was found damaged while a request was answered */
  readonly onDamaged: (damage: StorageError) => void;
}

/** Tells windows something. */
export type Push = <N extends PushName>(name: N, payload: PushPayload<N>) => void;

/** The seat engine's end of the line to main. */
export class Port {
  readonly #port: ParentPort;

  constructor(process: NodeJS.Process) {
    const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort };
    if (parentPort === undefined)
      throw new Error('the seat engine runs as a utility process of the application');
    this.#port = parentPort;
  }

  push: Push = (name, payload) => this.#port.postMessage({ type: 'push', name, payload });

  tell(message: FromSeat): void {
    this.#port.postMessage(message);
  }

  /** Answers requests from now on. */
  serve(handlers: Handlers, { onStop, onDamaged }: Wishes): void {
    this.#port.on('message', ({ data }) => {
      if (data.type === 'stop') onStop();
      else if (data.type === 'ping') this.tell({ type: 'pong' });
      else void this.#answer(handlers, data, onDamaged);
    });
  }

  async #answer(
    handlers: Handlers,
    { id, name, input }: Extract<ToSeat, { type: 'request' }>,
    onDamaged: Wishes['onDamaged'],
  ): Promise<void> {
    try {
      // The name chose the handler, so input and handler fit; the compiler can't follow one through the other.
      const handler = handlers[name] as (input: unknown) => unknown;
      this.#port.postMessage({ type: 'answer', id, ok: true, value: await handler(input) });
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.#port.postMessage({ type: 'answer', id, ok: false, error: text });
      const damage = damageOf(error);
      if (damage !== undefined) onDamaged(damage);
    }
  }
}
