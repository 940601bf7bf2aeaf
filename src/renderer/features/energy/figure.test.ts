import { expect, it } from 'vitest';
import { createTranslate } from '../../lib/i18n/index.tsx';
import { figure } from './figure.ts';

it('says tenths only where the uncertainty is small enough for them to mean something', () => {
  expect(figure({ value: 28_711.04, off: 2_164.7 })).toEqual({ value: 28_711, off: 2_165 });
  expect(figure({ value: -0.0342, off: 0.0034 })).toEqual({ value: -0.034, off: 0.003 });
  expect(figure({ value: -0.2, off: 11 })).toEqual({ value: 0, off: 11 });
  expect(figure({ value: 0.004, off: 0.0004 })).toEqual({ value: 0.004, off: 0.001 });
  expect(figure({ value: 0.0004, off: 0.00004 })).toEqual({ value: 0, off: 0 });
  expect(figure({ value: 62.44, off: 2.11 })).toEqual({ value: 62.4, off: 2.1 });
});

it('nothing has neither a sign nor an uncertainty', () => {
  const t = createTranslate('fr');
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
  const signed = (value: number, off: number) => plain(t('energy.signed', figure({ value, off })));
  expect(signed(0, 0)).toBe('0');
  expect(signed(-0.0001, 0.00001)).toBe('0');
  expect(signed(0.2, 11)).toBe('0 ± 11');
  expect(signed(3, 0.3)).toBe('+3 ± 0,3');
  expect(signed(-0.0166, 0.002)).toBe('−0,017 ± 0,002');
  expect(plain(t('energy.kwh', figure({ value: 0, off: 0 })))).toBe('0 kWh');
  expect(plain(t('energy.percent', { value: -0.04 }))).toBe('0,0 %');
  expect(plain(t('energy.share', { value: -0.01, off: 2 }))).toBe('0,0 % ± 2,0');
});
