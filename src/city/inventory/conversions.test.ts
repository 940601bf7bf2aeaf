import { expect, it } from 'vitest';
import { conversionOf } from '../../shared/lamp/conversion.ts';
import { DictionaryLamp } from '../../shared/lamp/dictionary.ts';
import { luminaireOf, measuresOf } from './conversions.ts';

const luminaire = { kind: 'LED', power: 42, height: 7 } as const;
const of = (street: string) => luminaireOf(21, { street, luminaire }, 2026);
const hung = Array.from({ length: 1_000 }, (_, n) => of(`street-${n}`));

it('has what hung there before for most LED streets and not for all, the same for a whole street', () => {
  const led = hung.filter(({ kind }) => kind === 'LED');
  const known = led.filter(({ powerBefore }) => powerBefore !== undefined);
  expect(known.length / led.length).toBeGreaterThan(0.7);
  expect(known.length / led.length).toBeLessThan(0.84);
  expect(new Set(known.map(({ powerBefore }) => powerBefore))).toEqual(new Set([83]));
  expect(of('street-7')).toEqual(hung[7]);
});

it('has sodium lamps left to convert, some with a date in the coming year and some with none', () => {
  const state = (today: string) =>
    hung.map((of, n) => {
      const lamp = DictionaryLamp.parse({ id: `L-${n}`, position: [5, 47], street: 'a', luminaire: of });
      return conversionOf(lamp, today);
    });
  for (const today of ['2026-01-01', '2026-12-31']) {
    const count = (what: string) => state(today).filter((one) => one === what).length;
    expect(count('planned')).toBeGreaterThan(30);
    expect(count('rest')).toBeGreaterThan(20);
    expect(count('planned') + count('rest')).toBeLessThan(150);
  }
  const left = hung.filter(({ kind }) => kind !== 'LED');
  expect(new Set(left.map(({ kind, power, height }) => `${kind}: ${power} W, ${height} m`))).toEqual(
    new Set(['SHP 70 W, ballast électronique: 83 W, 7 m']),
  );
  for (const { convertedOn, powerBefore } of left) {
    expect(powerBefore).toBeUndefined();
    if (convertedOn !== undefined) expect(convertedOn).toMatch(/^2027-(0[3-9]|10)$/);
  }
  expect(new Set(left.map(({ convertedOn }) => convertedOn)).size).toBeGreaterThan(4);
});

it('a sodium lamp measures nothing of itself', () => {
  for (const [n, { kind }] of hung.entries())
    if (kind !== 'LED')
      expect(measuresOf(21, { street: `street-${n}` })).toEqual({ power: false, meter: false });
});

it('has luminaires with a meter, with a power alone and with neither, as old as they are', () => {
  const kinds = Array.from({ length: 1_000 }, (_, n) => measuresOf(21, { street: `street-${n}` }));
  const count = (power: boolean, meter: boolean) =>
    kinds.filter((one) => one.power === power && one.meter === meter).length;
  expect(count(false, false)).toBeGreaterThan(50);
  expect(count(true, false)).toBeGreaterThan(150);
  expect(count(true, true)).toBeGreaterThan(500);
  expect(count(false, true)).toBe(0);
});
