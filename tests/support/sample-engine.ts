import type { FromSeat, ToSeat } from '../../src/shared/ipc/contract.ts';

/** A seat engine that does what its tests ask: requests name a deed. */
const { parentPort } = process as unknown as {
  parentPort: {
    on(event: 'message', listener: (event: { data: ToSeat }) => void): void;
    postMessage(m: FromSeat): void;
  };
};

const [how = 'ready'] = process.argv.slice(2);
if (how === 'fails') {
  process.stderr.write('seat: the folder cannot be written\na line of its log\n');
  process.exit(74);
}

parentPort.on('message', ({ data }) => {
  if (data.type === 'ping') return parentPort.postMessage({ type: 'pong' });
  if (data.type === 'stop') {
    if (how === 'deaf') return;
    parentPort.postMessage({ type: 'stopped' });
    process.exit(0);
  }
  if (data.name === 'link.retry') process.exit(3);
  if (data.name === 'session.close') return; // never answered
  if (data.name === 'prefs.set') process.kill(process.pid, 'SIGSTOP'); // hangs: it hears nothing, not even SIGTERM
  if (data.name === 'alerts.list')
    parentPort.postMessage({ type: 'answer', id: data.id, ok: false, error: 'refused' });
  else parentPort.postMessage({ type: 'answer', id: data.id, ok: true, value: data.input });
});
parentPort.postMessage({ type: 'push', name: 'alerts', payload: [] });
parentPort.postMessage({ type: 'ready' });
