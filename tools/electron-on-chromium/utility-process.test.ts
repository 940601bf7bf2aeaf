import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { fork, type UtilityProcess } from './utility/fork.ts';

// Under plain Node, as the application's own tests fork its utility processes.
const entry = new URL('./sample/utility.ts', import.meta.url);
let child: UtilityProcess;
afterEach(() => {
  child.kill();
});
const start = (options: Parameters<typeof fork>[2] = {}): UtilityProcess => {
  child = fork(entry, ['--greeting=hello'], { serviceName: 'a utility', ...options });
  return child;
};

test('messages sent before it is up arrive, with all that structured clone carries', async () => {
  start({ env: { ...process.env, SAMPLE_UTILITY: 'from main' } });
  expect(child.pid).toBeUndefined();
  const value = {
    bytes: new Uint8Array([1, 2]),
    buffer: new Float64Array([1.5]).buffer,
    big: 7n,
    map: new Map([['a', new Date(5)]]),
    nothing: undefined,
  };
  child.postMessage({ type: 'facts', value });
  const [facts] = await once(child, 'message');
  expect(child.pid).toBeTypeOf('number');
  expect(facts).toEqual({
    argument: '--greeting=hello',
    env: 'from main',
    type: 'utility',
    electron: 'not there',
    hasSend: false,
    value,
  });
});

test('messages wait, in order, until it listens', async () => {
  child = fork(new URL('./sample/late-utility.ts', import.meta.url));
  const back: unknown[] = [];
  const all = new Promise<void>((resolve) => {
    child.on('message', (message) => back.push(message) === 3 && resolve());
  });
  for (const message of ['one', 'two', 'three']) child.postMessage(message);
  await all;
  expect(back).toEqual(['one', 'two', 'three']);
});

test('its exit code is told, and then it has no pid', async () => {
  start().postMessage({ type: 'exit', code: 3 });
  expect(await once(child, 'exit')).toEqual([3]);
  expect(child.pid).toBeUndefined();
  expect(child.kill()).toBe(false);
  child.postMessage('to nobody');
});

test('kill ends it', async () => {
  start();
  await once(child, 'spawn');
  expect(child.kill()).toBe(true);
  expect(await once(child, 'exit')).toEqual([15]);
});

test('piped output can be read', async () => {
  start({ stdio: 'pipe', execArgv: ['--import', 'data:text/javascript,console.log("spoken")'] });
  child.postMessage({ type: 'exit', code: 0 });
  expect(await text(child.stdout!)).toBe('spoken\n');
});

test('what it lacks throws', () => {
  start();
  expect(() => child.postMessage('x', [{}])).toThrow('MessagePorts is lacking');
  expect(() => fork(entry, [], { stdio: ['pipe'] })).toThrow('stdin value other than ignore');
  expect(() => fork(entry, [], { respondToAuthRequestsFromMainProcess: true })).toThrow('lacking');
});
