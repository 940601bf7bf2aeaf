/** Loaded with --import before the code of a utility process: gives it `process.parentPort`. */
import { registerHooks } from 'node:module';
import { StrictEmitter } from '../lacking.ts';

registerHooks({
  resolve: (specifier, context, next) => {
    if (/^electron(\/|$)/.test(specifier))
      throw new Error(`'${specifier}' is not available in a utility process of electron-on-chromium`);
    return next(specifier, context);
  },
});

interface PortMessage {
  readonly data: unknown;
  readonly ports: readonly never[];
}

const toMain = process.send!.bind(process);

/** Electron's ParentPort: messages wait until somebody listens, then come in order. */
class ParentPort extends StrictEmitter {
  readonly #waiting: PortMessage[] = [];
  #isStarted = false;

  constructor() {
    super('process.parentPort');
    this.on('newListener', (event) => event === 'message' && this.start());
  }
  start(): void {
    this.#isStarted = true;
    queueMicrotask(() => this.#deliver());
  }
  pause(): void {
    this.#isStarted = false;
  }
  postMessage(message: unknown): void {
    toMain(message);
  }
  _receive(data: unknown): void {
    this.#waiting.push({ data, ports: [] });
    this.#deliver();
  }
  #deliver(): void {
    while (this.#isStarted && this.listenerCount('message') > 0 && this.#waiting.length > 0)
      this.emit('message', this.#waiting.shift());
  }
}

const port = new ParentPort();
process.on('message', (data) => port._receive(data));
process.on('disconnect', () => process.exit(0)); // main has gone
Object.defineProperty(process, 'type', { value: 'utility', enumerable: true });
Object.defineProperty(process, 'parentPort', { value: port, enumerable: true });
// Node's own way to main, which Electron does not have: using it would work here only.
delete (process as { send?: unknown }).send;
