import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createKeeper, KEEPS_MS } from './keeper.ts';

const lost = vi.fn();
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  lost.mockReset();
});
const begun = (text = '') => {
  const keeper = createKeeper(lost);
  keeper.begin();
  for (const key of text) keeper.press({ key });
  return keeper;
};

test('what is typed before the form is there is written into its field, once, as if typed there', () => {
  vi.stubGlobal('InputEvent', Event);
  const heard: string[] = [];
  const field = Object.assign(new EventTarget(), {
    value: '',
    setRangeText(text: string) {
      field.value += text;
    },
  });
  field.addEventListener('input', () => void heard.push(field.value));
  const keeper = begun('bagarre rue mon');
  keeper.press({ key: 'Backspace' });
  expect(keeper.press({ key: 'Enter' }), 'it would press what has the focus').toBe(true);
  keeper.land(field as unknown as HTMLInputElement);
  keeper.land(field as unknown as HTMLInputElement);
  expect(heard).toEqual(['bagarre rue mo']);
  expect(keeper.press({ key: 'x' })).toBe(false);
  vi.advanceTimersByTime(KEEPS_MS);
  expect(lost).not.toHaveBeenCalled();
});

test('what finds no form is given back: when it is refused, given up, or too late', () => {
  begun('bagarre').giveBack();
  begun('rue').press({ key: 'Escape' });
  begun('monge');
  vi.advanceTimersByTime(KEEPS_MS);
  expect(lost.mock.calls).toEqual([['bagarre'], ['rue'], ['monge']]);
  begun().giveBack();
  expect(lost, 'of nothing nothing is said').toHaveBeenCalledTimes(3);
});
