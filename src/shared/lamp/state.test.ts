import { expect, it } from 'vitest';
import { isOrdered, LampCommand, LampState, withCommand } from './state.ts';

it('is under an order from when that is commanded until it is refused or over, observed or not', () => {
  const { none, commanded, acknowledged, refused } = LampCommand;
  const by = (command: LampCommand, bits: number = LampState.on) => isOrdered(withCommand(bits, command));
  expect([none, commanded, acknowledged, refused].map((one) => by(one))).toEqual([false, true, true, false]);
  expect(by(none, LampState.override)).toBe(true);
  expect(by(acknowledged, LampState.behind)).toBe(true);
});
