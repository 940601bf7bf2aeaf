import { assertNever } from '../../../shared/assert-never.ts';
import type { ReportWords } from './words.ts';

const THINGS = { lamp: 'lamps', crossing: 'crossings' } as const;
const none = (count: string): boolean => count === '0';
/** What an import added and took away, in the words that lamps have above it; nothing where nothing did. */
const comeAndGone = (added: string, removed: string): string =>
  `${none(added) ? '' : `, added: ${added}`}${none(removed) ? '' : `, removed: ${removed}`}`;

export const en: ReportWords = {
  title: {
    dry: 'Dry run: nothing is written',
    written: 'Inventory imported',
    stopped: 'Nothing is imported',
  },
  sources: 'Files',
  kinds: {
    lamp: 'lamps',
    cabinet: 'cabinets',
    circuit: 'circuits',
    street: 'streets',
    crossing: 'crossings',
    district: 'districts',
  },
  source: ({ rows, taken, refused, repeated, skipped }) =>
    [
      `read: ${rows}, taken: ${taken}`,
      ...(none(refused) ? [] : [`refused: ${refused}`]),
      ...(none(repeated) ? [] : [`repeated: ${repeated}`]),
      ...(none(skipped) ? [] : [`left aside: ${skipped}`]),
    ].join(', '),
  lamps: 'Lamps',
  beforeAfter: (before, after) => `before: ${before}, after: ${after}`,
  added: (count, returned) => `added: ${count}${none(returned) ? '' : `, returned: ${returned}`}`,
  removed: (count, renumbered) =>
    `removed: ${count}${none(renumbered) ? '' : `, in the place of an added one: ${renumbered} (has the column of ids changed?)`}`,
  moved: (count, farthest) => `moved: ${count}${none(count) ? '' : `, by ${farthest} m at most`}`,
  changed: (count) => `changed: ${count}`,
  rehoused: (count) => `change district: ${count}`,
  unchanged: (count) => `unchanged: ${count}`,
  fields: {
    street: 'street',
    commune: 'commune',
    cabinet: 'cabinet',
    circuit: 'circuit',
    'luminaire.kind': 'luminaire',
    'luminaire.power': 'power',
    'luminaire.powerBefore': 'power before conversion',
    'luminaire.convertedOn': 'date of conversion',
    'luminaire.height': 'height',
  },
  refused: 'Rows refused',
  remarks: 'To look at',
  finding: {
    broken: 'row that can’t be read (number of columns, open quote)',
    noId: 'without an identifier',
    badId: 'identifier that can’t be used',
    noPlace: 'without a place',
    zeroPlace: 'place 0, 0',
    swapped: 'longitude and latitude swapped',
    otherSystem: 'place in another system than the one that is named',
    likeId: 'identifier like another row’s, but for case and spaces: two lamps',
    outside: 'outside of where the city can be (within)',
    far: 'far from all others (farKm)',
    sameId: 'identifier of several rows that say different things, none is taken',
    noShape: 'without a line or area',
    part: 'file is not whole: the service gave a part of what it has (read / in all)',
    unreadable: 'value that can’t be read, left empty',
    garbled: 'letters lost or changed: the file mixes encodings, or has one twice',
    unplaced: 'cabinet without a place, kept',
    repeated: 'row repeated',
    samePlace: 'in the place of another (less than 1 m)',
    unknownCabinet: 'unknown cabinet',
    unknownCircuit: 'unknown circuit',
    otherCabinet: 'circuit listed under another cabinet',
    sharedCircuit: 'circuit listed under no cabinet, named under several: taken for one',
    unknownStreet: 'street not found',
    spelled: 'street spelled in several ways, or abbreviated: one name for all',
    unlit: 'crossing far from any lamp: none lights it',
    keptAsItWas: 'row refused: what was known stays',
  },
  cells: (read, named) => `${read} values for ${named} columns`,
  mend: (option, count) => `to put into the mapping of this source, if that is so: ${option}  ${count}`,
  more: (count) => `… and ${count} more (--report)`,
  districts: (count, made) => `Districts: ${count}${none(made) ? '' : `, made by the import: ${made}`}`,
  streets: (names, pieces, derived) =>
    `Streets: ${names}, in pieces: ${pieces}${derived ? ', derived from where lamps stand' : ''}`,
  cabinets: (after, added, removed) => `Cabinets: ${after}${comeAndGone(added, removed)}`,
  circuits: (after, added, removed) => `Circuits: ${after}${comeAndGone(added, removed)}`,
  crossings: (after, added, removed) => `Pedestrian crossings: ${after}${comeAndGone(added, removed)}`,
  crossingsReturned: (count) => `returned: ${count}`,
  crossingsMoved: (count, farthest) => `moved: ${count}, by ${farthest} m at most`,
  took: (seconds) => `Took ${seconds} s`,
  stop: (stop, share, most) => {
    switch (stop.kind) {
      case 'refused':
        return `${share} of the rows of ${THINGS[stop.what]} are refused, ${most} at most: --accept-refusals imports the others`;
      case 'removed':
        return `${share} of the known ${THINGS[stop.what]} would be removed, ${most} at most: --accept-removals accepts it`;
      case 'tooLarge':
        return `district ${stop.district} is too large for a message (${stop.bytes} bytes): divide it, or let the import make districts`;
      default:
        return assertNever(stop);
    }
  },
  next: {
    byHub: 'The hub has taken it over: seats see the inventory now.',
    alone: 'Seats see the inventory as soon as the hub starts.',
  },
};
