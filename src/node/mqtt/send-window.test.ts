import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SendWindow } from './send-window.ts';

test('sends in order, never more at once than the broker takes, and loses none', () => {
  const steps = fc.array(fc.constantFrom('enter', 'leave'), { maxLength: 5_000 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 5 }), (actions, size) => {
      const window = new SendWindow(size, 100_000);
      const sent: number[] = [];
      let entered = 0;
      let left = 0;
      for (const action of actions) {
        if (action === 'enter') {
          const n = entered;
          entered += 1;
          window.enter(() => sent.push(n) > 0);
        } else if (left < sent.length) {
          left += 1;
          window.leave();
        }
        expect(sent.length - left).toBeLessThanOrEqual(size);
      }
      while (left < sent.length) {
        left += 1;
        window.leave();
      }
      expect(sent).toEqual(Array.from({ length: entered }, (_, n) => n));
    }),
  );
});

test('what nobody waits for any more gives its turn to the next', () => {
  const window = new SendWindow(1, 50_000);
  const sent: string[] = [];
  const send = (name: string, wanted: boolean) => () => {
    if (wanted) sent.push(name);
    return wanted;
  };
  window.enter(send('first', true));
  for (let i = 0; i < 40_000; i += 1) window.enter(send('late', false));
  window.enter(send('second', true));
  window.leave();
  expect(sent).toEqual(['first', 'second']);
  window.leave();
  window.enter(send('third', true));
  expect(sent).toEqual(['first', 'second', 'third']);
});

test('says so when too many wait', () => {
  const window = new SendWindow(1, 2);
  const answers = Array.from({ length: 4 }, () => window.enter(() => true));
  expect(answers).toEqual([true, true, true, false]);
});
