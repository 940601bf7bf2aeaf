import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

test('by default it is the demo room', () => {
  expect(readArguments([])).toEqual({ demo: true, config: undefined, electron: [] });
});

test('what it does not know goes to Electron', () => {
  expect(readArguments(['--', '--remote-debugging-port=9222', '--user-data-dir', '/tmp/x']).electron).toEqual(
    ['--remote-debugging-port=9222', '--user-data-dir', '/tmp/x'],
  );
});

test('a real room needs a configuration, the demo writes its own', () => {
  expect(readArguments(['--no-demo', '--config', 'seat.yaml']).config).toBe('seat.yaml');
  expect(readArguments(['--no-demo', '--config=seat.yaml']).config).toBe('seat.yaml');
  expect(() => readArguments(['--no-demo'])).toThrow('--config FILE');
  expect(() => readArguments(['--config', 'seat.yaml'])).toThrow('--no-demo');
});
