import data from '../data/names.json' with { type: 'json' };
import type { Chance } from './seeded-chance.ts';
import type { StreetClass } from './types.ts';

/** What a street's name depends on. */
export type Namable = {
  readonly commune: string;
  readonly line: number;
  readonly parent?: number;
  readonly length: number;
  readonly class: StreetClass;
  /** metres from the centre of its commune */
  readonly fromCentre: number;
  readonly outer: boolean;
  /** the name an artery is known by */
  readonly given?: string;
};

const DEAD_ENDS = ['impasse', 'impasse', 'allée', 'passage', 'ruelle', 'square', 'clos'];
const OUTER = ['rue', 'rue', 'chemin', 'allée', 'allée', 'sentier'];

/**
 * Names all streets, each name once per commune: arteries keep theirs, the old centre and the village cores
 * get what such streets are called everywhere, a cul-de-sac often takes the name of the street it leaves.
 */
export function nameStreets(streets: readonly Namable[], luck: Chance): string[] {
  const names: string[] = [];
  const byCommune = Map.groupBy(streets.keys(), (i) => streets[i]!.commune);
  for (const [commune, members] of byCommune) {
    const used = new Set<string>();
    const complement = new Map<number, string>();
    const take = (i: number, name: string, rest?: string): boolean => {
      if (used.has(name)) return false;
      used.add(name);
      names[i] = name;
      if (rest) complement.set(streets[i]!.line, rest);
      return true;
    };
    const order = [...members].sort((a, b) => weight(streets[b]!) - weight(streets[a]!));
    const rest = order.filter((i) => !streets[i]!.given || !take(i, streets[i]!.given!));
    const core = commune === 'Dijon' ? data.centre : data.village;
    const nearest = [...rest].sort((a, b) => streets[a]!.fromCentre - streets[b]!.fromCentre);
    const central = new Map(nearest.slice(0, core.length).map((i, n) => [i, core[n]!]));
    const pool = complements(luck);
    for (const i of rest) {
      const street = streets[i]!;
      const kind = kindOf(street, luck);
      const own = central.get(i);
      if (own && street.class !== 'lane' && take(i, `rue ${own}`, own)) continue;
      const inherited = street.parent === undefined ? undefined : complement.get(street.parent);
      if (street.class === 'lane' && inherited && take(i, `${kind} ${inherited}`)) continue;
      while (names[i] === undefined) {
        const next = pool.next();
        if (next.done) throw new Error(`no name left for a street of ${commune}`);
        take(i, `${kind} ${next.value}`, next.value);
      }
    }
  }
  return names;
}

const weight = ({ length, given }: Namable) => length + (given ? 1e6 : 0);

function kindOf({ class: kind, outer, length }: Namable, luck: Chance): string {
  if (kind === 'lane') return luck.pick(DEAD_ENDS);
  if (kind === 'avenue') return 'rue'; // an artery whose own name is taken
  if (kind === 'ring' || kind === 'boulevard') return 'boulevard';
  if (outer && length < 450) return luck.pick(OUTER);
  if (length > 1_000 && luck.happens(0.3)) return 'avenue';
  return 'rue';
}

/** What may stand after « rue »: the best known first, then people composed of usual names. */
function* complements(luck: Chance): Generator<string> {
  yield* luck.shuffled([...luck.shuffled(data.people), ...data.nature, ...data.towns]);
  const { titles, firsts, lasts } = data;
  const titled = titles.flatMap((title) => lasts.map((last) => `${title}-${last}`));
  const full = firsts.flatMap((first) => lasts.map((last) => `${first}-${last}`));
  yield* luck.shuffled([...titled, ...full]);
}
