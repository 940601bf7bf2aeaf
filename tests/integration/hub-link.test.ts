import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HubConfig } from '../../src/hub/config.ts';
import { connectHub } from '../../src/hub/edge/connect.ts';
import { createLog } from '../../src/node/log/log.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { until } from '../support/until.ts';

/** A way to a broker on which what the broker says can be held back, as behind a storm of retained messages. */
async function slowWay(port: number) {
  const answers: Socket[] = [];
  const server = createServer((near) => {
    const far = createConnection(port, '127.0.0.1');
    answers.push(far);
    near.on('data', (bytes) => far.write(bytes)).on('error', () => far.destroy());
    far.on('data', (bytes) => near.write(bytes)).on('error', () => near.destroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold: () => answers.forEach((socket) => void socket.pause()),
    letGo: () => answers.forEach((socket) => void socket.resume()),
    close: () => server.close(),
  };
}

let broker: TestBroker;
beforeEach(async () => {
  broker = await startBroker();
});
afterEach(async () => {
  vi.useRealTimers();
  await broker.stop();
});

test('the hub keeps a link whose answer to its ping waits long behind other messages', async () => {
  // Only the intervals of the keepalive: all else here waits for what really happens.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const way = await slowWay(broker.port);
  const login = { brokers: [way.url], username: 'hub', password: broker.secrets.hub };
  const config = HubConfig.parse({ id: 'hub', mqtt: login });
  const log = createLog({ name: 'hub', write: () => {}, readable: false });
  const will = () => ({ topic: 'room/v1/hub/hub', payload: '{}', qos: 1, retain: false }) as const;
  const link = connectHub(config, log, will);
  try {
    await until('the link', () => link.state.kind === 'up');
    const { since } = link.state;
    way.hold();
    vi.advanceTimersByTime(28_000);
    way.letGo();
    const sent = await link.publish('room/v1/head', '{}', { qos: 1 });
    expect([sent.ok, link.state.since]).toEqual([true, since]);
  } finally {
    await link.close();
    way.close();
  }
});
