import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createGuard, type Ignored } from './guard.ts';
import type { Shortcut } from './shortcut.ts';
import { ALONE_MS, STRAY_MS, TEXT_MS } from './typing.ts';

let ran: string[];
let ignored: Ignored[];
let gone: Set<string>;
const shortcut = (keys: string, manner?: Shortcut['manner']): Shortcut => ({
  keys,
  shown: keys,
  label: 'desk.create',
  ...(manner && { manner }),
  run: () => void ran.push(keys),
});
const all = [
  ...['c', 'd', 'u', 'a', 'l', '1', '2'].map((key) => shortcut(key, 'acts')),
  ...['b', 'g', 'n'].map((key) => shortcut(key)),
  shortcut('j', 'walks'),
  shortcut('h', 'speech'),
];
/** Presses keys, `gap` ms apart. */
function type(text: string, gap: number): void {
  for (const key of text) {
    const hit = all.find(({ keys }) => keys === key);
    guard.press({ key, code: '', timeStamp: performance.now() } as KeyboardEvent, hit);
    vi.advanceTimersByTime(gap);
  }
}
let guard: ReturnType<typeof createGuard>;
beforeEach(() => {
  vi.useFakeTimers();
  [ran, ignored, gone] = [[], [], new Set()];
  guard = createGuard({
    stands: ({ keys }) => !gone.has(keys),
    ignored: (what) => void ignored.push(what),
  });
});
afterEach(() => vi.useRealTimers());

test('a sentence that finds no field acts on nothing, and says so', () => {
  for (const sentence of [
    'cul de sac, ducs alcalins',
    'du monde dans la cour',
    '12 rue monge',
    'la bagarre',
  ]) {
    type(sentence, 180);
    vi.advanceTimersByTime(TEXT_MS + 1);
    expect(ran, sentence).toEqual([]);
    expect(ignored.at(-1)).toEqual({ why: 'text', after: undefined });
  }
});

test('of what only opens something the first key runs, and is named with what was ignored', () => {
  type('bagarre, darcy', 180);
  vi.advanceTimersByTime(TEXT_MS);
  expect(ran).toEqual(['b']);
  expect(ignored.at(-1)).toMatchObject({ why: 'text', after: { keys: 'b' } });
});

test('one key is enough for what acts, a moment later', () => {
  type('d', ALONE_MS - 1);
  expect(ran).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(ran).toEqual(['d']);
  type('u', ALONE_MS + 1);
  type('12', 100);
  vi.advanceTimersByTime(ALONE_MS);
  expect(ran, 'several digits are several steps').toEqual(['d', 'u', '1', '2']);
  expect(ignored).toEqual([]);
});

test('two commands in one go are both done, in their order, once no third letter comes', () => {
  type('cd', 300);
  vi.advanceTimersByTime(TEXT_MS - 301);
  expect(ran).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(ran).toEqual(['c', 'd']);
  expect(ignored).toEqual([]);
  vi.advanceTimersByTime(TEXT_MS);
  type('ba', 300);
  expect(ran.at(-1), 'what only opens something does so at once').toBe('b');
  vi.advanceTimersByTime(TEXT_MS);
  expect(ran).toEqual(['c', 'd', 'b', 'a']);
});

test('of three letters in one go nothing that acts is done, whichever they are', () => {
  const acting = fc.uniqueArray(fc.constantFrom('c', 'd', 'u', 'a', 'l'), { minLength: 3, maxLength: 5 });
  fc.assert(
    fc.property(acting, fc.integer({ min: 1, max: ALONE_MS - 1 }), (letters, gap) => {
      type(letters.join(''), gap);
      vi.advanceTimersByTime(2 * TEXT_MS);
      expect(ran).toEqual([]);
    }),
  );
});

test('a key that is pressed twice in one go acts once', () => {
  type('dd', 150);
  vi.advanceTimersByTime(5_000);
  expect(ran).toEqual(['d']);
});

test('who goes from line to line acts at once on the one they are on', () => {
  type('jjjc', 60);
  vi.advanceTimersByTime(ALONE_MS);
  expect(ran).toEqual(['j', 'j', 'j', 'c']);
});

test('after the key that answers all is what the caller says, the first letter too', () => {
  type('h', 300);
  type('darcy', 150);
  vi.advanceTimersByTime(TEXT_MS);
  expect(ran).toEqual(['h']);
  expect(ignored.at(-1)).toMatchObject({ why: 'text', after: { keys: 'h' } });
  guard.settle();
  type('d', ALONE_MS);
  expect(ran).toEqual(['h', 'd']);
});

test('what a key did may be gone by the time it runs: then it does nothing else, and says so', () => {
  type('d', 100);
  gone.add('d');
  vi.advanceTimersByTime(ALONE_MS);
  expect(ran).toEqual([]);
  expect(ignored).toMatchObject([{ why: 'gone', shortcut: { keys: 'd' } }]);
});

test('what waits runs before whatever is done next with the mouse or by Enter, and not at all after Escape', () => {
  type('c', 100);
  guard.settle();
  expect(ran).toEqual(['c']);
  type('d', 100);
  guard.drop();
  vi.advanceTimersByTime(ALONE_MS);
  expect(ran).toEqual(['c']);
});

test('a key that does nothing here says so, and the digits meant for it choose from nothing else', () => {
  type('cx12', ALONE_MS);
  vi.advanceTimersByTime(ALONE_MS);
  expect(ran).toEqual(['c']);
  expect(ignored).toEqual([
    { why: 'untaken', key: 'x' },
    { why: 'stray', key: '1' },
    { why: 'stray', key: '2' },
  ]);
  vi.advanceTimersByTime(STRAY_MS);
  type('1', ALONE_MS);
  expect(ran, 'a digit alone is a key again').toEqual(['c', '1']);
});
test('what goes to whatever has the keyboard is not told, and a letter after it is a key', () => {
  type(' x', ALONE_MS);
  type('d', ALONE_MS);
  expect(ignored).toEqual([{ why: 'untaken', key: 'x' }]);
  expect(ran).toEqual(['d']);
});
