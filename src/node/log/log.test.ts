import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function logged(readable: boolean, use: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  use(createLog({ name: 'hub', write: (line) => lines.push(line), readable }));
  return lines;
}

test('one JSON line per event, with time, level and name', () => {
  const [line] = logged(false, (log) => log.warn({ seat: 'seat-01' }, 'refused'));
  expect(line).toMatch(/\n$/);
  expect(JSON.parse(line!)).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    level: 'warn',
    name: 'hub',
    msg: 'refused',
    seat: 'seat-01',
  });
});

test.each([false, true])('secrets are never written (readable: %s)', (readable) => {
  const text = logged(readable, (log) => {
    log.info({ pin: 'S3CRET', command: { args: { proof: 'S3CRET', person: 'p1' } } }, 'session');
    log.child({ mqtt: { password: 'S3CRET' } }).info('child');
    log.info({ config: { hub: { tls: { privateKey: 'S3CRET' } } } }, 'deep');
  }).join('');
  expect(text).toContain('p1');
  expect(text.match(/\[secret\]/g)).toHaveLength(4);
  expect(text).not.toContain('S3CRET');
});

test('a readable line carries the facts, a failure its stack', () => {
  const [line, failed] = logged(true, (log) => {
    log.info({ broker: 'mqtt://b', note: 'two words' }, 'up');
    log.error({ err: new Error('broken') }, 'stopped');
  });
  expect(line).toMatch(/^[\d:.]{12} INFO {2}hub up broker=mqtt:\/\/b note="two words"\n$/);
  expect(failed).toMatch(/stopped\nError: broken\n {4}at /);
});
