import type { Replacement } from '../../../shared/lamp/replaced.ts';

/** Orders that a colleague's have replaced, and how much of it their author has seen. */
export type Replacements = ReadonlyMap<string, Replacement & { readonly seen: number }>;

/** Older ones are of earlier shifts. */
const MOST = 50;

/**
 * What has come to be known: it stays when the order that replaced it has ended. More lamps may follow, command by command;
 * there are never fewer.
 */
export function withReplaced(known: Replacements, now: readonly Replacement[]): Replacements {
  const news = now.filter(({ key, lamps }) => lamps > (known.get(key)?.lamps ?? 0));
  if (news.length === 0) return known;
  const next = new Map(known);
  for (const one of news.toReversed()) next.set(one.key, { ...one, seen: known.get(one.key)?.seen ?? 0 });
  return new Map([...next].slice(-MOST));
}

export function withSeen(known: Replacements, key: string): Replacements {
  const one = known.get(key);
  return one === undefined ? known : new Map(known).set(key, { ...one, seen: one.lamps });
}

/** What a person has still to see, the latest first. */
export const unseenBy = (known: Replacements, person: string | undefined): readonly Replacement[] =>
  [...known.values()]
    .filter(({ of, lamps, seen }) => of === person && lamps > seen)
    .toSorted((a, b) => b.at.localeCompare(a.at));
