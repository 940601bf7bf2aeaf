import { Worker } from 'node:worker_threads';
import type { LoopJob } from './encode.ts';
import { LoopError } from './loop-error.ts';
import type { WorkerMessage } from './worker.ts';

/** Like `encodeLoop`, on a thread of its own. Settles only when the thread and its ffmpeg are gone. */
export function encodeInWorker(
  job: LoopJob,
  signal: AbortSignal,
  onFrames: (done: number) => void,
): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: job });
  const stop = () => worker.postMessage('stop');
  signal.addEventListener('abort', stop, { once: true });
  let outcome: WorkerMessage | undefined;
  let crash: unknown;
  worker.on('message', (message: WorkerMessage) => {
    if (message.kind === 'frames') onFrames(message.done);
    else outcome = message;
  });
  worker.on('error', (error) => {
    crash = error;
  });
  return new Promise((resolve, reject) => {
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(signal.reason);
      else if (outcome?.kind === 'done') resolve();
      else if (outcome?.kind === 'failed') reject(new LoopError(outcome.reason, outcome.message));
      else
        reject(
          new LoopError('failed', `drawing ${job.subject.id} failed: ${String(crash)}`, { cause: crash }),
        );
    });
  });
}
