import { describe, expect, test } from 'vitest';
import { capWithAlt, digitOf, isPress } from './match.ts';

/** A key as a keyboard sends it: what it writes, where it is, what is held. */
const press = (key: string, code: string, ...held: readonly string[]) =>
  ({ key, code, getModifierState: (name: string) => held.includes(name) }) as KeyboardEvent;

describe('a press is the one that the shortcut names', () => {
  test.each([
    ['n', press('n', 'KeyN'), true],
    ['n', press('N', 'KeyN', 'CapsLock'), true],
    ['n', press('N', 'KeyN', 'Shift'), false],
    ['n', press('n', 'KeyN', 'Control'), false],
    ['Control+k', press('k', 'KeyK', 'Control'), true],
    ['Control+k', press('k', 'KeyK'), false],
    ['?', press('?', 'Slash', 'Shift'), true],
    ['?', press('?', 'KeyM', 'Shift'), true], // French
    ['/', press('/', 'Slash'), true],
    ['/', press('/', 'Period', 'Shift'), true], // French
    ['/', press('/', 'Slash', 'Control'), false],
    ['Alt+1', press('1', 'Digit1', 'Alt'), true],
    ['Alt+1', press('&', 'Digit1', 'Alt'), true], // French
    ['Alt+1', press('&', 'Digit1'), false],
    ['Alt+1', press('1', 'Numpad1', 'Alt'), false], // « é » is Alt 0233
    ['Escape', press('Escape', 'Escape'), true],
    ['Escape', press('Escape', 'Escape', 'Shift'), false],
  ])('%s: %o is %s', (keys, event, named) => expect(isPress(event, keys)).toBe(named));

  test('a sequence is no shortcut of ours', () => {
    expect(() => isPress(press('g', 'KeyG'), 'g i')).toThrow('not one press');
  });
});

test.each([
  [press('3', 'Digit3'), 3],
  [press('"', 'Digit3'), 3], // French, without Shift
  [press('3', 'Numpad3'), 3],
  [press('3', ''), 3], // written by assistive technology
  [press('t', 'KeyT'), undefined],
  [press('Tab', 'Tab'), undefined],
])('the digit of %o is %s', (event, digit) => expect(digitOf(event)).toBe(digit));

test.each([
  ['D', 'Alt D'],
  ['⇧ D', 'Alt ⇧ D'],
  ['?', 'Alt ?'],
  ['1 – 9', 'Ctrl 1 – 9'],
  ['Échap', 'Échap'],
  ['F6', 'F6'],
  ['↵', '↵'],
  ['Ctrl K', 'Ctrl K'],
  ['Alt P', 'Alt P'],
])('the key %s is drawn %s where letters alone are off', (shown, drawn) =>
  expect(capWithAlt(shown)).toBe(drawn),
);
