import type { Streets } from '../../../shared/geo/streets.ts';
import type { Find } from '../finding.ts';
import type { Drafts, LampDraft } from '../read/draft.ts';
import type { lampsOf } from './city.ts';
import { spellingsOf } from './spelling.ts';

type Naming = (name: string) => string;

/** How each street and each commune is called after an import, however a file spells it. */
export interface Names {
  readonly street: Naming;
  readonly commune: Naming;
}

/** What is told of by name. */
interface Named {
  readonly street?: string | undefined;
  readonly commune?: string | undefined;
}

function counted(names: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names)
    if (name !== undefined && name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/**
 * One spelling for each name, by the lamps that there are afterwards and what else is imported: lamps, cabinets and streets find each other by it, and so do programmes, floors and people.
 * Where the streets of an earlier file stay, theirs is the spelling; else the best that is written anywhere.
 */
export function namesOf(
  lamps: readonly Named[],
  { cabinets, crossings, streets }: Pick<Drafts, 'cabinets' | 'crossings' | 'streets'>,
  stored: readonly Streets[],
): Names {
  const all: readonly Named[] = [
    ...lamps,
    ...(cabinets ?? []),
    ...(crossings ?? []),
    ...(streets ?? []).map(({ name, commune }) => ({ street: name, commune })),
  ];
  const kept =
    streets === undefined
      ? stored.filter(({ derived }) => derived !== true).flatMap(({ features }) => features)
      : [];
  const keptNames = counted(kept.map(({ properties }) => properties.name));
  const keptCommunes = counted(kept.map(({ properties }) => properties.commune));
  return {
    street: first(keptNames, counted(all.map(({ street }) => street))),
    commune: first(keptCommunes, counted(all.map(({ commune }) => commune))),
  };
}

/** By those that stay, as they are written; else by all that is said. */
function first(kept: ReadonlyMap<string, number>, said: ReadonlyMap<string, number>): Naming {
  const [ofKept, ofSaid] = [spellingsOf(kept), spellingsOf(said)];
  return (name) => {
    if (kept.has(name)) return name;
    const known = ofKept(name);
    return known === name ? ofSaid(name) : known;
  };
}

/** Lamps by the one spelling, those too that no row speaks of; of each other spelling in a row it is told once. */
export function renamed(
  lamps: readonly LampDraft[],
  known: ReturnType<typeof lampsOf>,
  names: Names,
  found: Find,
): readonly LampDraft[] {
  const others = new Map<string, { readonly first: LampDraft; readonly detail: string; count: number }>();
  const all = lamps.map((draft) => {
    const { id, facts } = draft;
    const said = { ...known.get(id)?.lamp, ...facts };
    const street = said.street && names.street(said.street);
    const commune = said.commune && names.commune(said.commune);
    if (facts.street !== undefined && street !== undefined && street !== facts.street) {
      const detail = `${facts.street} → ${street}`;
      const told = others.get(detail);
      if (told === undefined) others.set(detail, { first: draft, detail, count: 1 });
      else told.count += 1;
    }
    if (street === said.street && commune === said.commune) return draft;
    return {
      ...draft,
      facts: { ...facts, ...(said.street && { street }), ...(said.commune && { commune }) },
    };
  });
  for (const {
    first: { at, id },
    detail,
    count,
  } of others.values())
    found({ kind: 'spelled', at, id, detail: `${detail}  × ${count}` });
  return all;
}

/** Cabinets, crossings and streets by the one spelling. */
export function draftsCalled(drafts: Drafts, { street, commune }: Names): Drafts {
  const called = <T extends Named>(one: T): T => ({
    ...one,
    street: one.street && street(one.street),
    commune: one.commune && commune(one.commune),
  });
  return {
    ...drafts,
    cabinets: drafts.cabinets?.map(called),
    crossings: drafts.crossings?.map(called),
    streets: drafts.streets?.map((one) => ({
      ...one,
      name: street(one.name),
      commune: one.commune && commune(one.commune),
    })),
  };
}
