import type { OneWay } from '../../../shared/geo/streets.ts';

/** `oneway` of OpenStreetMap; `sens_de_circulation` of the IGN's BD TOPO. */
const ONE_WAY: readonly (readonly [OneWay, RegExp])[] = [
  ['yes', /^(?:yes|true|1|(?:sens )?direct)$/i],
  ['-1', /^(?:-1|reverse|(?:sens )?inverse)$/i],
  // What changes with the hour or the light keeps nobody out for good.
  ['no', /^(?:no|false|0|reversible|alternating|double(?: sens)?|sans objet)$/i],
];

/** In which direction a street may be driven, in the words of the files there are; undefined for any other word. */
export const oneWayOf = (said: string): OneWay | undefined =>
  ONE_WAY.find(([, words]) => words.test(said))?.[0];
