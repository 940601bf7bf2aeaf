import { createLog } from '../log/log.ts';

/** Closes one thing. They run one after the other, last registered first, each even when another failed. */
export type StopHandler = () => void | Promise<void>;

export interface StopOptions {
  /** How long all of them together may take before the process leaves anyway, ms. */
  readonly timeoutMs?: number;
  readonly exit?: (code: number) => void;
}

/** SIGBREAK and SIGHUP are what Windows sends for Ctrl Break and a closed terminal window. */
const signals: readonly NodeJS.Signals[] =
  process.platform === 'win32' ? ['SIGINT', 'SIGBREAK', 'SIGHUP'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** @returns whether all handlers went well */
async function runAll(handlers: readonly StopHandler[]): Promise<boolean> {
  let fine = true;
  for (const handler of handlers.toReversed()) {
    try {
      await handler();
    } catch (err) {
      fine = false;
      createLog({ name: 'stop' }).error({ err }, 'could not close cleanly');
    }
  }
  return fine;
}

/**
 * Ends the process cleanly on the signals of this platform. A forked process also stops when the one that
 * forked it goes away, as Windows cannot signal it. A second signal leaves at once.
 * @returns takes the handlers back
 */
export function onStop(
  handlers: readonly StopHandler[],
  { timeoutMs = 8_000, exit = process.exit }: StopOptions = {},
): () => void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) {
      exit(130);
      return;
    }
    stopping = true;
    const late = setTimeout(() => exit(1), timeoutMs);
    void runAll(handlers).then((fine) => {
      clearTimeout(late);
      exit(fine ? 0 : 1);
    });
  };
  for (const signal of signals) process.on(signal, stop);
  process.on('disconnect', stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
    process.off('disconnect', stop);
  };
}
