import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import type { DistrictId } from '../ids.ts';
import type { Day } from '../lighting/local-time.ts';
import { instant } from '../wire/time.ts';
import { energyCsv, streetHead, streetLines } from './csv.ts';
import type { RoomEnergy } from './published.ts';
import { NOTHING, packed } from './sums.ts';

const sums = {
  ...NOTHING,
  lamps: 10,
  known: 9,
  based: 5,
  rated: 0.8,
  basedRated: 0.4,
  baseline: 1,
  led: 0.5,
};
const energy = (id: string, name: string): RoomEnergy => ({
  v: 1,
  id,
  name,
  asOf: instant(0),
  lamps: 10,
  counted: 9,
  based: 5,
  periods: { today: sums, yesterday: NOTHING, month: sums, year: sums },
  hours: [{ at: instant(0), sums: NOTHING }],
  days: [{ day: '2026-11-28' as Day, sums }],
  uncertainty: { meter: 2, power: 5, rated: 10, baseline: 5 },
  target: 65,
});

it('has a line for each day and hour of each place, and an empty cell for what is unknown', () => {
  const all = [energy('01', 'Centre, "Darcy"'), energy('02', '=1+1')];
  const rows = parse(energyCsv(all, 'en', 'Europe/Paris'), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  expect(rows.map((row) => [row.place, row.name, row.unit_of_time])).toEqual([
    ['="01"', 'Centre, "Darcy"', 'day'],
    ['="01"', 'Centre, "Darcy"', 'hour'],
    ['="02"', "'=1+1", 'day'],
    ['="02"', "'=1+1", 'hour'],
  ]);
  expect(rows.slice(0, 2).map((row) => [row.from, row.from_utc])).toEqual([
    ['2026-11-28', ''],
    ['1970-01-01 01:00', '1970-01-01T00:00:00.000Z'],
  ]);
  expect(rows[0]).toMatchObject({
    lamp_hours: '10',
    lamp_hours_known: '9',
    kwh_by_rating: '0.8',
    compared_kwh: '0.4',
    saved_kwh: '0.6',
    saved_percent: '60',
    saved_other_kwh: '0.1',
  });
  expect(rows[1]).toMatchObject({ saved_kwh: '', saved_percent: '', saved_led_kwh: '' });
  const french = parse(energyCsv(all, 'fr', 'Europe/Paris'), { columns: true, bom: true, delimiter: ';' });
  expect(french[0]).toMatchObject({ name: 'Centre, "Darcy"', kwh_by_rating: '0,8', saved_percent: '60' });
});

it('streets are written piece by piece into one file, without what presence did', () => {
  const row = (street: string, at: string) => ({
    at: at as Day,
    district: '01' as DistrictId,
    street,
    sums: [...packed({ ...sums, raised: 0.3, presence: -0.1 })],
  });
  const nameOf = () => 'Centre';
  const by = { meter: 2, power: 5, rated: 10, baseline: 5 };
  const pieces = [
    [row('rue Monge', '2026-11-27')],
    [row('@rue', '2026-11-28'), row('rue Rude', '2026-11-28')],
  ];
  const file = streetHead('fr') + pieces.map((piece) => streetLines(piece, nameOf, by, 'fr')).join('');
  const rows = parse(file, { columns: true, bom: true, delimiter: ';' }) as Record<string, string>[];
  expect(rows.map(({ name, street, day }) => [name, street, day])).toEqual([
    ['Centre', 'rue Monge', '2026-11-27'],
    ['Centre', "'@rue", '2026-11-28'],
    ['Centre', 'rue Rude', '2026-11-28'],
  ]);
  expect(rows[0]).toMatchObject({
    kwh_by_rating: '0,8',
    saved_percent: '60',
    lamp_hours_raised: '',
    saved_presence_kwh: '',
  });
});
