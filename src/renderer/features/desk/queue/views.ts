import { useEffect, useState } from 'react';
import { z } from 'zod';
import { useBridge } from '../../../lib/bridge/index.tsx';
import { readPref } from '../../../lib/bridge/prefs.ts';
import { useReport } from '../../../lib/notices/index.ts';
import { Criteria, criteriaCount, type Filter, NO_CRITERIA, NO_FILTER } from './filter.ts';

/** Criteria that somebody has named. */
const View = z.object({ name: z.string().min(1).max(60), criteria: Criteria });
export type View = z.infer<typeof View>;
const Views = z.array(View).max(30);

export interface Kept {
  readonly filter: Filter | undefined;
  readonly setFilter: (filter: Filter | undefined) => void;
  readonly views: readonly View[];
  /** names the criteria as they are; the same name again means another view under it */
  readonly save: (name: string) => void;
  readonly remove: (name: string) => void;
}

/** « {a} » is as « {a} », in whatever order its keys were kept. */
const same = (a: Criteria, b: Criteria): boolean =>
  JSON.stringify(Criteria.parse(a)) === JSON.stringify(Criteria.parse(b));

/** The view that these criteria are, if they have a name. */
export const viewOf = (criteria: Criteria, views: readonly View[]): View | undefined =>
  views.find((view) => same(view.criteria, criteria));

/** The filter and the named views of a person, as they left them; words are not kept. */
export function useViews(person: string | undefined): Kept {
  const bridge = useBridge();
  const report = useReport();
  const [filter, setShown] = useState<Filter>();
  const [views, setViews] = useState<readonly View[]>([]);
  const key = `queue.${person ?? 'seat'}`.slice(0, 80);
  const viewsKey = `views.${person ?? 'seat'}`.slice(0, 80);
  useEffect(() => {
    let wanted = true;
    const kept = readPref(bridge, key, (value) => Criteria.safeParse(value).data);
    const named = readPref(bridge, viewsKey, (value) => Views.safeParse(value).data);
    Promise.all([kept, named]).then(
      ([criteria = NO_CRITERIA, list = []]) => {
        if (!wanted) return;
        setShown(criteriaCount(criteria) === 0 ? undefined : { ...NO_FILTER, ...criteria });
        setViews(list);
      },
      (error) => report('prefs.get', error),
    );
    return () => {
      wanted = false;
    };
  }, [bridge, report, key, viewsKey]);
  const keep = (name: string, value: object) => {
    const json = JSON.parse(JSON.stringify(value)) as z.infer<ReturnType<typeof z.json>>;
    bridge.request('prefs.set', { key: name, value: json }).catch((error) => report('prefs.set', error));
  };
  const keepViews = (list: readonly View[]) => {
    setViews(list);
    keep(viewsKey, list);
  };
  return {
    filter,
    setFilter(next) {
      setShown(next);
      const criteria = Criteria.parse(next ?? {});
      if (!same(criteria, filter ?? NO_CRITERIA)) keep(key, criteria);
    },
    views,
    save(name) {
      const view = { name, criteria: Criteria.parse(filter ?? {}) };
      keepViews([...views.filter((other) => other.name !== name), view].slice(-30));
    },
    remove: (name) => keepViews(views.filter((other) => other.name !== name)),
  };
}
