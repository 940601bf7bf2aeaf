import { folded } from '../../../../shared/i18n/folded.ts';
import type { Where } from '../../../../shared/lighting/model.ts';
import {
  NAME_KINDS,
  type Named,
  type NameKind,
  namedWords,
  nameKey,
} from '../../../../shared/lighting/where-names.ts';
import type { CityLamp } from './standings.ts';

/** A name that lamps bear. Plans know streets without their commune, and circuits with their cabinet where it has its own. */
export interface NameInUse {
  readonly kind: NameKind;
  readonly named: Named;
  readonly lamps: number;
  /** communes of a street or of a district, cabinets of a circuit that they share, the street of a lamp */
  readonly within: readonly string[];
  /** as it is searched */
  readonly text: string;
}

/** Every name that a plan may use, each kind in order of name; of lamps there are too many to keep: `findLamps`. */
export function namesIn(lamps: readonly CityLamp[]): readonly NameInUse[] {
  const found = new Map<string, { kind: NameKind; named: Named; lamps: number; within: Set<string> }>();
  const add = (kind: NameKind, named: Named | undefined, within: string | undefined) => {
    if (!named) return;
    const key = `${kind} ${typeof named === 'string' ? named : nameKey(kind, named)}`;
    const known = found.get(key) ?? { kind, named, lamps: 0, within: new Set<string>() };
    found.set(key, known);
    known.lamps += 1;
    if (within) known.within.add(within);
  };
  for (const { lamp, district } of lamps) {
    const { street, commune, cabinet, circuit, sharedCircuit } = lamp;
    add('streets', street, commune);
    add('communes', commune, undefined);
    add('districts', district, commune);
    add('cabinets', cabinet, undefined);
    if (circuit !== undefined && cabinet !== undefined && sharedCircuit === undefined)
      add('circuits', { cabinet, circuit }, undefined);
    else add('circuits', circuit, cabinet);
  }
  const inOrder = new Intl.Collator('fr', { numeric: true });
  return [...found.values()]
    .map((one) => ({ ...one, within: [...one.within], text: folded(namedWords(one.named)) }))
    .toSorted(
      (a, b) => NAME_KINDS.indexOf(a.kind) - NAME_KINDS.indexOf(b.kind) || inOrder.compare(a.text, b.text),
    );
}

/** Those with every word, names that begin so first. @param words folded */
export function findNames(
  names: readonly NameInUse[],
  words: readonly string[],
  most: number,
): readonly NameInUse[] {
  const whole = words.join(' ');
  const hits = names.filter(({ text }) => words.every((word) => text.includes(word)));
  const isFirst = ({ text }: NameInUse) => text.startsWith(whole);
  return [...hits.filter(isFirst), ...hits.filter((one) => !isFirst(one))].slice(0, most);
}

/** Fewer letters are in thousands of ids. */
const LAMP_LETTERS = 3;

/** Lamps whose id has every word, in no order. @param words folded */
export function findLamps(
  lamps: readonly CityLamp[],
  words: readonly string[],
  most: number,
): readonly NameInUse[] {
  if (words.join(' ').length < LAMP_LETTERS) return [];
  const found: NameInUse[] = [];
  for (const { lamp } of lamps) {
    if (found.length >= most) break;
    const text = lamp.id.toLowerCase();
    if (words.every((word) => text.includes(word)))
      found.push({ kind: 'lamps', named: lamp.id, lamps: 1, within: [lamp.street], text });
  }
  return found;
}

/** With one more name, or one less; a kind of which none is left says nothing. */
export function withName(where: Where, kind: NameKind, named: Named, is: boolean): Where {
  const key = nameKey(kind, named);
  const others = (where[kind] ?? []).filter((one) => nameKey(kind, one) !== key);
  const next = is ? [...others, named] : others;
  const { [kind]: _, ...rest } = where;
  return next.length === 0 ? rest : ({ ...rest, [kind]: next } as Where);
}
