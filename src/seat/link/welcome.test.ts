import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Welcome } from './welcome.ts';

const did: string[] = [];
let up: boolean;
let answers: boolean[];
let welcome: Welcome;

beforeEach(() => {
  vi.useFakeTimers();
  did.length = 0;
  up = true;
  answers = [];
  welcome = new Welcome({
    hubUp: () => up,
    pause: () => did.push('pause'),
    introduce: async () => {
      did.push('introduce');
      return answers.shift() ?? true;
    },
    resume: () => did.push('resume'),
  });
});
afterEach(() => {
  welcome.close();
  vi.useRealTimers();
});
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('sessions first, then commands', async () => {
  welcome.begin();
  await pass(0);
  expect(did).toEqual(['pause', 'introduce', 'resume']);
});

test('a hub that does not answer is asked again until it does', async () => {
  answers = [false, false];
  welcome.begin();
  await pass(3_999);
  expect(did).toEqual(['pause', 'introduce', 'introduce']);
  await pass(1);
  expect(did).toEqual(['pause', 'introduce', 'introduce', 'introduce', 'resume']);
});

test('a hub that is gone meanwhile is not sent anything', async () => {
  welcome.begin();
  up = false;
  welcome.stop();
  await pass(10_000);
  expect(did).toEqual(['pause', 'introduce', 'pause']);
});

test('begun twice it goes on once', async () => {
  answers = [false];
  welcome.begin();
  welcome.begin();
  await pass(10_000);
  expect(did.filter((deed) => deed === 'resume')).toHaveLength(1);
});
