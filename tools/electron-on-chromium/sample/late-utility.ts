/** A utility process that listens only once it knows that a message has come before. */
import type { ParentPort } from 'electron';

const port = (process as unknown as { parentPort: ParentPort }).parentPort;
process.once('message', () => {
  setImmediate(() => port.on('message', ({ data }) => port.postMessage(data)));
});
