import { expect, it } from 'vitest';
import { figure } from './figure.ts';

it('says tenths only where the uncertainty is small enough for them to mean something', () => {
  expect(figure({ value: 28_711.04, off: 2_164.7 })).toEqual({ value: 28_711, off: 2_165 });
  expect(figure({ value: -0.0342, off: 0.0034 })).toEqual({ value: -0.034, off: 0.003 });
  expect(figure({ value: -0.2, off: 11 })).toEqual({ value: 0, off: 11 });
  expect(figure({ value: 62.44, off: 2.11 })).toEqual({ value: 62.4, off: 2.1 });
});
