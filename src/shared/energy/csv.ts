import type { RoomEnergy } from './published.ts';
import { SAVED_BY, savingOf, usedOf } from './saving.ts';
import type { EnergySums } from './sums.ts';

const HEAD = [
  'place',
  'name',
  'unit_of_time',
  'from',
  'lamp_hours',
  'lamp_hours_known',
  'lamp_hours_with_baseline',
  'lamp_hours_raised',
  'kwh_by_meter',
  'kwh_by_power',
  'kwh_by_rating',
  'kwh_off',
  'compared_kwh',
  'baseline_kwh',
  'saved_kwh',
  'saved_kwh_off',
  'saved_percent',
  'saved_percent_off',
  ...SAVED_BY.map((by) => `saved_${by}_kwh`),
  'fault_kwh',
] as const;

/** RFC 4180; a spreadsheet must take nothing that somebody wrote for a formula (OWASP, « CSV injection »). */
const cell = (said: string | number | undefined): string => {
  if (said === undefined) return '';
  if (typeof said === 'number') return String(Math.round(said * 1_000) / 1_000);
  const safe = /^[=+\-@\t\r]/.test(said) ? `'${said}` : said;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Everything that is shown, by day and by hour, for the city and each district. What is unknown is an empty cell. */
export function energyCsv(all: Iterable<RoomEnergy>): string {
  const rows = [...all].flatMap((of) => [
    ...of.days.map(({ day, sums }) => row(of, 'day', day, sums)),
    ...of.hours.map(({ at, sums }) => row(of, 'hour', at, sums)),
  ]);
  return [HEAD, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function row({ id, name, uncertainty }: RoomEnergy, unit: 'day' | 'hour', from: string, sums: EnergySums) {
  const saving = savingOf(sums, uncertainty);
  return [
    id,
    name,
    unit,
    from,
    sums.lamps,
    sums.known,
    sums.based,
    sums.raised,
    sums.meter,
    sums.power,
    sums.rated,
    usedOf(sums, uncertainty).off,
    saving?.used.value,
    saving?.baseline.value,
    saving?.saved.value,
    saving?.saved.off,
    saving?.share.value,
    saving?.share.off,
    ...SAVED_BY.map((by) => saving?.by[by].value),
    saving?.fault.value,
  ] as const;
}
