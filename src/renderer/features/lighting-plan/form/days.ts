/** « 14/07 », « 05/12/2026 » as French people write days, of the plan's `07-14` and `2026-12-05`. */
export const dayWords = (said: string): string => said.split('-').toReversed().join('/');

/** @returns the day as the plan has it; undefined where it is none yet */
export function dayFrom(words: string): string | undefined {
  const found = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}))?$/.exec(words.trim());
  if (found === null) return undefined;
  const [, day = '', month = '', year] = found;
  const said = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // A leap year has all days that a year may have.
  const time = Date.parse(`${year ?? '2024'}-${said}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(5, 10) !== said) return undefined;
  return year === undefined ? said : `${year}-${said}`;
}

/** Several days, with commas between. */
export function daysFrom(words: string): readonly string[] | undefined {
  const all = words
    .split(/[,;]/)
    .filter((one) => one.trim() !== '')
    .map(dayFrom);
  return all.length === 0 || all.includes(undefined) ? undefined : (all as readonly string[]);
}
