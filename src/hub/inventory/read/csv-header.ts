import { squeezed } from './squeezed.ts';

/**
 * The names of a CSV's columns, without the spaces and line ends that spreadsheets leave in them. Those of one name are
 * told apart by a number: « commune (1) », « commune (2) ».
 */
export function namesOf(cells: readonly string[]): readonly string[] {
  const all = cells.map(squeezed);
  const names = all.map((name, i) => {
    const isAlone = name === '' || all.indexOf(name) === all.lastIndexOf(name);
    return isAlone ? name : `${name} (${all.slice(0, i + 1).filter((one) => one === name).length})`;
  });
  return names.slice(0, names.findLastIndex((name) => name !== '') + 1);
}

/** Of what separates columns the one that the line of names has most of. */
export function separatorOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = [';', ',', '\t', '|'].map((sign) => [sign, bare.split(sign).length] as const);
  return counts.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
