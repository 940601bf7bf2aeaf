import { parentPort, workerData } from 'node:worker_threads';
import { encodeLoop, type LoopJob } from './encode.ts';
import { LoopError, type LoopErrorReason } from './loop-error.ts';

/** What a worker tells: frames done so far, success, or why it failed (errors lose their class on the way). */
export type WorkerMessage =
  | { readonly kind: 'frames'; readonly done: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: LoopErrorReason; readonly message: string };

// Drawing takes whole seconds of CPU: on a thread of its own, the city's other work goes on.
if (parentPort !== null) {
  const port = parentPort;
  const tell = (message: WorkerMessage) => port.postMessage(message);
  const abort = new AbortController();
  port.once('message', () => abort.abort());
  try {
    await encodeLoop(workerData as LoopJob, abort.signal, (done) => tell({ kind: 'frames', done }));
    tell({ kind: 'done' });
  } catch (error) {
    const reason = error instanceof LoopError ? error.reason : 'failed';
    tell({ kind: 'failed', reason, message: error instanceof Error ? error.message : String(error) });
  }
  port.close();
}
