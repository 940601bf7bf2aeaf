import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../config/error.ts';
import { StorageError } from '../sqlite/errors.ts';
import { readCommandLine, type UsageError } from './command-line.ts';
import { ListenError, listen } from './listen.ts';
import { runMain } from './main.ts';
import { PlainError } from './plain-error.ts';

class DiskTrouble extends PlainError {}

async function ending(error: unknown): Promise<{ said: string; code: number | undefined }> {
  let said = '';
  let code: number | undefined;
  const start = (): void => {
    throw error;
  };
  await runMain('hub', start, { write: (t) => (said += t), exit: (c) => (code = c) });
  return { said, code };
}

describe('a start that fails', () => {
  test.each([
    [new ConfigError(['a:1:1: x', 'a:2:1: y']), 'hub: a:1:1: x\nhub: a:2:1: y\n', 78],
    [
      new StorageError('disk-full', '/d/desk.db', 'SQLITE_FULL'),
      /^hub: database \/d\/desk\.db .*full.*\n$/,
      74,
    ],
    [new DiskTrouble(74, ['no space left in /d']), 'hub: no space left in /d\n', 74],
    [new ListenError('EADDRINUSE', '8080', 'hub.yaml: http.port'), /^hub: port 8080 .*http\.port\n$/, 69],
    [Object.assign(new Error('listen'), { code: 'EADDRINUSE', port: 80 }), /^hub: port 80 [^\n]*\n$/, 69],
  ])('%s is told without a stack', async (error, expected, code) => {
    const told = await ending(error);
    if (typeof expected === 'string') expect(told.said).toBe(expected);
    else expect(told.said).toMatch(expected);
    expect(told.code).toBe(code);
  });

  test('a bug keeps its stack', async () => {
    const { said, code } = await ending(new TypeError('oops'));
    expect(said).toMatch(/^hub: TypeError: oops\n {4}at /);
    expect(code).toBe(70);
  });
});

describe('a command line', () => {
  const options = { config: { type: 'string', short: 'c' }, prepare: { type: 'boolean' } } as const;
  const read = (...args: string[]) => readCommandLine(options, 'city --config FILE', args);

  test('is read', () =>
    expect(read('-c', 'a.yaml', '--prepare')).toEqual({ config: 'a.yaml', prepare: true }));

  test.each([
    [['--confg', 'a'], "Unknown option '--confg'"],
    [['--config'], "Option '-c, --config <value>' argument missing"],
    [['--config', '--prepare'], "Option '--config' argument is ambiguous."],
    [['--prepare=yes'], "Option '--prepare' does not take an argument"],
    [['a.yaml'], "Unexpected argument 'a.yaml'. This command does not take positional arguments"],
  ])('%j ends with what is wrong and how to say it, without a stack', async (args, said) => {
    const error = (() => {
      try {
        return read(...args);
      } catch (thrown) {
        return thrown as UsageError;
      }
    })();
    expect(await ending(error)).toEqual({ said: `hub: ${said}\nhub: usage: city --config FILE\n`, code: 78 });
  });
});

test('a port in use is named with its configuration key', async () => {
  const first = createServer();
  const port = await listen(first, { host: '127.0.0.1', port: 0 }, 'http.port');
  const second = listen(createServer(), { host: '127.0.0.1', port }, 'hub.yaml: http.port');
  await expect(second).rejects.toThrow(
    `port ${port} on 127.0.0.1 is already in use by another program: see hub.yaml: http.port`,
  );
  first.close();
});

// Windows cannot send signals to a process; there the console's Ctrl C is tried by hand.
describe.skipIf(process.platform === 'win32')('a stop', () => {
  function run(handlers: string, options = '{}') {
    const script = `
      const { onStop } = await import(${JSON.stringify(new URL('./stop.ts', import.meta.url).href)});
      const say = (text) => process.stdout.write(text + ' ');
      onStop([${handlers}], ${options});
      setInterval(() => {}, 1000);
      say('ready');`;
    return spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  }

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s closes everything, last first, then exits 0',
    async (signal) => {
      const child = run(`() => say('a'), async () => { await null; say('b'); }`);
      await once(child.stdout, 'data');
      child.kill(signal);
      const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
      expect(said.trim()).toBe('b a');
      expect(code).toBe(0);
    },
  );

  test('a failing handler does not keep the others from closing', async () => {
    const child = run(`() => say('a'), () => { throw new Error('b'); }`);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    expect(said.trim()).toBe('a');
    expect(code).toBe(1);
  });

  test('a handler that hangs is not waited for for ever, nor after a second signal', async () => {
    const slow = run(`() => new Promise(() => {})`, '{ timeoutMs: 20 }');
    await once(slow.stdout, 'data');
    slow.kill('SIGTERM');
    expect((await once(slow, 'exit'))[0]).toBe(1);
    const twice = run(`() => { say('stopping'); return new Promise(() => {}); }`);
    await once(twice.stdout, 'data');
    twice.kill('SIGINT');
    await once(twice.stdout, 'data');
    twice.kill('SIGINT');
    expect((await once(twice, 'exit'))[0]).toBe(130);
  });
});
