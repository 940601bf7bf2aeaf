import { expect, test } from 'vitest';
import { heard, type Scene } from './scope.ts';
import type { Shortcut } from './shortcut.ts';

const NOWHERE: Scene = { inText: false, inDialog: false, onControl: false, hushed: false, letters: true };
const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  ({
    key,
    code: '',
    getModifierState: (name: string) => name === 'Control' && more.ctrlKey === true,
    ...more,
  }) as KeyboardEvent;
const shortcut = (keys: string, more: Partial<Shortcut> = {}): Shortcut => ({
  keys,
  shown: keys,
  label: 'desk.create',
  run: () => {},
  ...more,
});

const older = shortcut('n');
const newer = shortcut('n');
const find = shortcut('Control+k', { everywhere: true });
const leave = shortcut('Enter');
const all = [older, find, leave, newer];

test('the latest one added has the key', () => {
  expect(heard(all, press('n'), NOWHERE)).toBe(newer);
  expect(heard([older, find], press('n'), NOWHERE)).toBe(older);
  expect(heard(all, press('m'), NOWHERE)).toBeUndefined();
});

test('letters belong to a text field, to a dialog and to nothing while one is sent; what is said to hold everywhere does', () => {
  for (const where of [{ inText: true }, { inDialog: true }, { hushed: true }]) {
    expect(heard(all, press('n'), { ...NOWHERE, ...where })).toBeUndefined();
    expect(heard(all, press('k', { ctrlKey: true }), { ...NOWHERE, ...where })).toBe(find);
  }
});

test('Enter and Space belong to the button that has focus, letters don’t', () => {
  expect(heard(all, press('Enter'), NOWHERE)).toBe(leave);
  expect(heard(all, press('Enter'), { ...NOWHERE, onControl: true })).toBeUndefined();
  expect(heard([shortcut(' ')], press(' '), { ...NOWHERE, onControl: true })).toBeUndefined();
  expect(heard(all, press('n'), { ...NOWHERE, onControl: true })).toBe(newer);
});

test.each([
  ['that was taken already', { defaultPrevented: true }],
  ['that only repeats', { repeat: true }],
  ['that composes a letter', { isComposing: true }],
])('a press %s runs nothing', (_name, more) => {
  expect(heard(all, press('n', more), NOWHERE)).toBeUndefined();
});

test('who has single letters off presses them with Alt, digits with Ctrl; what has a modifier keeps it', () => {
  const off = { ...NOWHERE, letters: false };
  const held = (key: string, code: string, ...mods: readonly string[]) =>
    ({ key, code, getModifierState: (name: string) => mods.includes(name) }) as KeyboardEvent;
  const step = shortcut('1');
  const send = shortcut('Shift+D');
  const closer = shortcut('+');
  const list = [...all, step, send, closer];
  expect(heard(list, press('n'), off)).toBeUndefined();
  expect(heard(list, held('n', 'KeyN', 'Alt'), off)).toBe(newer);
  expect(heard(list, held('D', 'KeyD', 'Shift'), off)).toBeUndefined();
  expect(heard(list, held('D', 'KeyD', 'Alt', 'Shift'), off)).toBe(send);
  expect(heard(list, held('+', 'Equal', 'Alt', 'Shift'), off)).toBe(closer);
  expect(heard(list, held('1', 'Digit1'), off)).toBeUndefined();
  expect(heard(list, held('&', 'Digit1', 'Control'), off)).toBe(step);
  expect(heard(list, press('k', { ctrlKey: true }), off)).toBe(find);
  expect(heard(list, press('Enter'), off)).toBe(leave);
});
