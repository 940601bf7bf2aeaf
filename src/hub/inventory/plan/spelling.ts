import { folded } from '../../../shared/i18n/folded.ts';

/** What a street is, as files abbreviate it (the DGFiP's FANTOIR, and offices). */
const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    all: 'allée',
    av: 'avenue',
    ave: 'avenue',
    bd: 'boulevard',
    bld: 'boulevard',
    bvd: 'boulevard',
    ch: 'chemin',
    che: 'chemin',
    chem: 'chemin',
    crs: 'cours',
    esp: 'esplanade',
    fbg: 'faubourg',
    fg: 'faubourg',
    imp: 'impasse',
    lot: 'lotissement',
    pas: 'passage',
    pl: 'place',
    pro: 'promenade',
    r: 'rue',
    res: 'résidence',
    rle: 'ruelle',
    rpt: 'rond-point',
    rte: 'route',
    sq: 'square',
  }),
);
/** Those that are words too: only in capitals or with a full stop they are an abbreviation. */
const WORDS = new Set(['all', 'ch', 'lot', 'pas', 'pro', 'r', 'res']);

const FIRST = /^(\p{L}+)(\.?)\s+(?=\S)/u;

/** A street's name with what it is written out: « AV JEAN JAURES » is AVENUE JEAN JAURES, as people say and search it. */
export function writtenOut(name: string): string {
  const [whole = '', word = '', stop] = FIRST.exec(name) ?? [];
  const isCapital = word === word.toUpperCase();
  const kind = KINDS.get(word.toLowerCase());
  if (kind === undefined || (WORDS.has(word.toLowerCase()) && !isCapital && stop !== '.')) return name;
  const rest = name.slice(whole.length);
  // « R Monge » is written with a capital of one letter: what follows tells how the name is written.
  if (isCapital && (word.length > 1 || rest === rest.toUpperCase())) return `${kind.toUpperCase()} ${rest}`;
  return word[0] === word[0]!.toUpperCase()
    ? `${kind[0]!.toUpperCase()}${kind.slice(1)} ${rest}`
    : `${kind} ${rest}`;
}

/** Titles within a name. */
const TITLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cdt: 'commandant',
    cne: 'capitaine',
    col: 'colonel',
    dr: 'docteur',
    gal: 'general',
    lt: 'lieutenant',
    mal: 'marechal',
    pdt: 'president',
    prof: 'professeur',
    st: 'saint',
    ste: 'sainte',
  }),
);

/** What is the same for all spellings of one name: « RUE DE L'EGLISE » and « Rue de l’Église », « BD ST-JEAN » and « boulevard Saint-Jean ». */
export const spoken = (name: string): string =>
  folded(writtenOut(name))
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .split(/[\s’'.,-]+/)
    .filter((word) => word !== '')
    .map((word) => TITLES.get(word) ?? word)
    .join(' ');

/** How well a name is written: in small letters, with its accents, with its titles in full. */
function worthOf(name: string): number {
  const accents = name.normalize('NFD').match(/\p{Diacritic}/gu)?.length ?? 0;
  return (name === name.toUpperCase() ? 0 : 1_000) + 10 * accents + name.length / 100;
}

/**
 * The one spelling of each name, by what is said: the best written, else the most frequent one.
 * @param names with how often each stands somewhere
 */
export function spellingsOf(names: ReadonlyMap<string, number>): (name: string) => string {
  const best = new Map<string, { readonly name: string; readonly count: number }>();
  for (const [said, count] of names) {
    const name = writtenOut(said);
    const key = spoken(said);
    const known = best.get(key);
    if (known === undefined || isBetter({ name, count }, known)) best.set(key, { name, count });
  }
  return (name) => best.get(spoken(name))?.name ?? name;
}

function isBetter(
  one: { readonly name: string; readonly count: number },
  other: { readonly name: string; readonly count: number },
): boolean {
  const worth = worthOf(one.name) - worthOf(other.name);
  if (worth !== 0) return worth > 0;
  return one.count === other.count ? one.name < other.name : one.count > other.count;
}
