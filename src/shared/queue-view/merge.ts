import { MOST_VIEWS, type NamedView } from './model.ts';

/**
 * The views of a person as known in two places, as one: of each name what was said last counts, wherever it was said.
 * @returns in order of name, those taken away among them: they must not come back from elsewhere
 */
export function mergeViews(a: readonly NamedView[], b: readonly NamedView[]): readonly NamedView[] {
  const latest = new Map<string, NamedView>();
  for (const view of [...a, ...b]) {
    const known = latest.get(view.name);
    if (known === undefined || isLater(view, known)) latest.set(view.name, view);
  }
  return [...latest.values()]
    .toSorted((x, y) => y.at.localeCompare(x.at))
    .slice(0, MOST_VIEWS)
    .toSorted((x, y) => x.name.localeCompare(y.name, 'fr'));
}

/** Of two that were said in one moment either does, but the same everywhere. */
const isLater = (a: NamedView, b: NamedView): boolean =>
  a.at > b.at || (a.at === b.at && JSON.stringify(a) > JSON.stringify(b));
