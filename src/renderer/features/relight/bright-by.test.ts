import { expect, it } from 'vitest';
import { ticket } from '../../../../tests/support/ticket.ts';
import type { LampId } from '../../../shared/ids.ts';
import type { LampOverride } from '../../../shared/lamp/override.ts';
import type { LitIncident } from '../../../shared/lighting/incident.ts';
import { brightBy } from './bright-by.ts';
import type { DistrictLamp } from './near-lamps.ts';

const lamp = (n: number, commanded: boolean): DistrictLamp => ({
  id: `L-${n}` as LampId,
  position: [5 + n / 10_000, 47],
  district: '01',
  street: 'rue de la Liberté',
  level: 90,
  sound: true,
  commanded,
  asOf: 0,
});
const bright = (...commanded: boolean[]) => ({
  street: 'rue de la Liberté',
  level: 90,
  lamps: commanded.map((is, n) => lamp(n, is)),
});
const order = (id: string, more: Partial<LampOverride> = {}) =>
  ({ id, street: 'Rue de la Liberté', level: 0.9, phase: 'set', ...more }) as LampOverride;
const incident = (level: number): LitIncident => ({
  ticket: ticket('t-1'),
  floor: { level } as LitIncident['floor'],
  until: 1,
});

it('is an open intervention near by that keeps lamps at that level', () => {
  const near = incident(90);
  expect(brightBy(bright(false, false), [], () => near)).toEqual({ kind: 'incident', incident: near });
  // Where its floor is far below, they are so bright by something else.
  expect(brightBy(bright(false, false), [], () => incident(60))).toBeUndefined();
  expect(brightBy(bright(false), [], undefined)).toBeUndefined();
});

it('is the latest order for the street at that level, where most of its lamps are under one', () => {
  const orders = [order('2'), order('1'), order('3', { level: 0.4 }), order('4', { street: 'rue Monge' })];
  expect(brightBy(bright(true, true, false), orders, undefined)).toMatchObject({ order: { id: '2' } });
  expect(brightBy(bright(true, true), [order('5', { phase: 'release' })], undefined)).toBeUndefined();
  // One lamp that somebody tries out says nothing of the street.
  expect(brightBy(bright(true, false, false), orders, undefined)).toBeUndefined();
});
