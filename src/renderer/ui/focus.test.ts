import { describe, expect, test } from 'vitest';
import { goesWith, ownFocus, wasTaken } from './focus.ts';

const body = {} as Node;
const inside = {} as Node;
const elsewhere = {} as Node;
const box = { contains: (node: Node | null) => node === inside };

test('the focus goes with a box that holds it, or where it is nowhere; whoever went elsewhere stays there', () => {
  expect(goesWith(inside, box, body)).toBe(true);
  expect(goesWith(body, box, body)).toBe(true);
  expect(goesWith(null, box, body)).toBe(true);
  expect(goesWith(elsewhere, box, body)).toBe(false);
});

describe('the focus was taken away', () => {
  test.each([
    ['its button went', { isConnected: false }, body, true],
    ['somebody clicked beside', { isConnected: true }, body, false],
    ['its button went, but it had been led on', { isConnected: false }, elsewhere, false],
    ['it never was here', undefined, body, false],
  ])('%s', (_name, last, active, taken) => expect(wasTaken(last, active, body)).toBe(taken));
});

test('a box that takes the focus has it, another gives it to its first field', () => {
  const field = {};
  const element = (takes: boolean) =>
    ({ hasAttribute: () => takes, querySelector: () => field }) as unknown as HTMLElement;
  const list = element(true);
  expect(ownFocus(list)).toBe(list);
  expect(ownFocus(element(false))).toBe(field);
});
