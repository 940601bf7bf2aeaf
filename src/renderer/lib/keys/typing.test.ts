import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALONE_MS, judge, NO_TYPING, type Press, TEXT_MS, type Typing } from './typing.ts';

type Timed = readonly [char: string, gap: number, more?: Partial<Press>];

/** What each of several presses is taken for, `gap` ms after the one before. */
function judged(...presses: readonly Timed[]): readonly string[] {
  let typing: Typing = NO_TYPING;
  let at = 1_000;
  return presses.map(([char, gap, more]) => {
    at += gap;
    const [next, verdict] = judge(typing, { char, at, isDigit: /\d/.test(char), ...more });
    typing = next;
    return verdict;
  });
}

test('one key at a time is a key, however many come', () => {
  expect(judged(['c', 0], ['t', ALONE_MS], ['u', 5_000])).toEqual(['key', 'key', 'key']);
});

test('letters that follow each other are a text, until the hand rests', () => {
  expect(judged(['b', 0], ['a', 150], ['g', 150], [' ', 90], ['d', 600], ['u', TEXT_MS + 1])).toEqual([
    'key',
    'text',
    'text',
    'text',
    'text',
    'key',
  ]);
});

test('a key that is pressed twice in one go is one press, and no text', () => {
  expect(judged(['d', 0], ['d', 120], ['d', 120], ['d', ALONE_MS + 1])).toEqual([
    'key',
    'again',
    'again',
    'key',
  ]);
});

test('digits follow each other, until a letter does: an address', () => {
  expect(judged(['1', 0], ['2', 100])).toEqual(['key', 'key']);
  expect(judged(['1', 0], ['2', 100], [' ', 100], ['r', 100])).toEqual(['key', 'key', 'text', 'text']);
});

test('who goes from line to line does not write, and acts on the line at once', () => {
  const walks = { walks: true };
  expect(judged(['j', 0, walks], ['j', 50, walks], ['k', 50, walks], ['c', 50])).toEqual([
    'key',
    'key',
    'key',
    'key',
  ]);
  expect(judged(['c', 0], ['j', 50, walks])).toEqual(['key', 'text']);
});

test('after a key that waits for words all is words, the first letter too', () => {
  expect(judged(['h', 0, { speech: true }], ['b', 900], ['a', 100])).toEqual(['key', 'text', 'text']);
  expect(judged(['h', 0, { speech: true }], ['b', TEXT_MS + 1])).toEqual(['key', 'key']);
  expect(judged(['h', 0, { speech: true }], ['h', 500])).toEqual(['key', 'key']);
});

test('of a text of different letters none but the first is ever a key', () => {
  const text = fc.tuple(
    fc.uniqueArray(fc.constantFrom(...'abcdefghilmnoprstuvxyz '), { minLength: 2, maxLength: 20 }),
    fc.array(fc.integer({ min: 1, max: ALONE_MS - 1 }), { minLength: 20, maxLength: 20 }),
  );
  fc.assert(
    fc.property(text, ([chars, gaps]) => {
      const [, ...rest] = judged(...chars.map((char, n) => [char, gaps[n] ?? 1] as const));
      expect(rest.every((kind) => kind === 'text')).toBe(true);
    }),
  );
});

const isCommand = { isCommand: true };
test('two commands in one go are two keys; with a third letter, or one that is no command, they are a text', () => {
  expect(judged(['v', 0, isCommand], ['d', 300, isCommand], ['u', TEXT_MS + 1])).toEqual([
    'key',
    'second',
    'key',
  ]);
  expect(judged(['d', 0, isCommand], ['u', 150, isCommand], ['c', TEXT_MS, isCommand], ['s', 150])).toEqual([
    'key',
    'second',
    'text',
    'text',
  ]);
  expect(judged(['d', 0, isCommand], ['e', 150])).toEqual(['key', 'text']);
  expect(judged(['x', 0], ['d', 150, isCommand]), 'after what does nothing here').toEqual(['key', 'text']);
  expect(judged(['d', 0, isCommand], ['d', 150, isCommand], ['u', 150, isCommand])).toEqual([
    'key',
    'again',
    'text',
  ]);
});

test('who presses the second of two once more, for nothing has come of it yet, still means it once', () => {
  expect(judged(['v', 0, isCommand], ['d', 300, isCommand], ['d', 600, isCommand])).toEqual([
    'key',
    'second',
    'again',
  ]);
});

test('what a key opens may not be there yet: a digit in one go with it is none, nor is what answers a call', () => {
  expect(judged(['x', 0, isCommand], ['4', 150])).toEqual(['key', 'text']);
  expect(judged(['c', 0, isCommand], ['h', 150, { isCommand: true, speech: true }])).toEqual(['key', 'text']);
});
