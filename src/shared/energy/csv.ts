import { type CsvCell, csvHead, csvLines } from '../csv.ts';
import type { Locale } from '../i18n/index.ts';
import { clockOf, dayOf } from '../lighting/local-time.ts';
import type { EnergyRow } from '../wire/energy.ts';
import { millis } from '../wire/time.ts';
import type { RoomEnergy } from './published.ts';
import { SAVED_BY, savingOf, type Uncertainty, usedOf } from './saving.ts';
import { type EnergySums, unpacked } from './sums.ts';

const FIGURES = [
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
const HEAD = ['place', 'name', 'unit_of_time', 'from', 'from_utc', ...FIGURES] as const;

/** To the Wh, the second and so on: more is noise. */
const rounded = (figure: number | undefined): CsvCell =>
  figure === undefined ? undefined : Math.round(figure * 1_000) / 1_000;

/**
 * Everything that is shown, by day and by hour, for the city and each district. What is unknown is an empty cell. Hours are
 * those of the room, as spreadsheets read them, and beside them UTC: of the two that are alike in autumn it tells which.
 */
export function energyCsv(all: Iterable<RoomEnergy>, locale: Locale, timeZone: string): string {
  const clock = (at: number): string => `${dayOf(at, timeZone)} ${clockOf(at, timeZone)}`;
  const rows = [...all].flatMap((of) => [
    ...of.days.map(({ day, sums }) => [
      of.id,
      of.name,
      'day',
      day,
      undefined,
      ...figures(of.uncertainty, sums),
    ]),
    ...of.hours.map(({ at, sums }) => [
      of.id,
      of.name,
      'hour',
      clock(millis(at)),
      at,
      ...figures(of.uncertainty, sums),
    ]),
  ]);
  return csvHead(HEAD, locale) + csvLines(rows, locale);
}

/** The first line of a file of streets. */
export const streetHead = (locale: Locale): string =>
  csvHead(['district', 'name', 'street', 'day', ...FIGURES], locale);

/**
 * A line for each street and day: part of a file that may be longer than memory. What presence did is an empty cell.
 * @param nameOf a district's, by its id
 */
export const streetLines = (
  rows: readonly EnergyRow[],
  nameOf: (district: string) => string,
  uncertainty: Uncertainty,
  locale: Locale,
): string =>
  csvLines(
    rows.map(({ at, district = '', street, sums }) => {
      const told = figures(uncertainty, unpacked(sums)).map((figure, n) =>
        NOT_OF_STREETS.has(FIGURES[n]!) ? undefined : figure,
      );
      return [district, nameOf(district), street, at, ...told];
    }),
    locale,
  );

/** See `forStreets`. */
const NOT_OF_STREETS: ReadonlySet<string> = new Set(['lamp_hours_raised', 'saved_presence_kwh']);

function figures(uncertainty: Uncertainty, sums: EnergySums): readonly CsvCell[] {
  const saving = savingOf(sums, uncertainty);
  return [
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
  ].map(rounded);
}
