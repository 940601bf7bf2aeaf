import { useEffect, useMemo, useState } from 'react';
import type { z } from 'zod';
import { ViewsKeep } from '../../../../shared/queue-view/command.ts';
import { mergeViews } from '../../../../shared/queue-view/merge.ts';
import { Criteria, type NamedView } from '../../../../shared/queue-view/model.ts';
import { useBridge } from '../../../lib/bridge/index.tsx';
import { readPref } from '../../../lib/bridge/prefs.ts';
import { useReport } from '../../../lib/notices/index.ts';
import { useRoomData } from '../../../lib/room-data/index.ts';
import { useBoard, useDesk } from '../board.ts';
import { criteriaCount, type Filter, NO_CRITERIA, NO_FILTER } from './filter.ts';

/** Criteria that somebody has named. */
export type View = Required<Pick<NamedView, 'name' | 'criteria'>>;

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

/** The filter of a person as they left it at this seat, words not kept; and the views that follow them to any. */
export function useViews(person: string | undefined): Kept {
  const { filter, setFilter } = useFilter(person);
  return { filter, setFilter, ...useNamed(person, filter) };
}

function useFilter(person: string | undefined): Pick<Kept, 'filter' | 'setFilter'> {
  const bridge = useBridge();
  const report = useReport();
  const [filter, setShown] = useState<Filter>();
  const key = `queue.${person ?? 'seat'}`.slice(0, 80);
  useEffect(() => {
    let wanted = true;
    readPref(bridge, key, (value) => Criteria.safeParse(value).data).then(
      (criteria = NO_CRITERIA) => {
        if (wanted) setShown(criteriaCount(criteria) === 0 ? undefined : { ...NO_FILTER, ...criteria });
      },
      (error) => report('prefs.get', error),
    );
    return () => {
      wanted = false;
    };
  }, [bridge, report, key]);
  return {
    filter,
    setFilter(next) {
      setShown(next);
      const criteria = Criteria.parse(next ?? {});
      if (same(criteria, filter ?? NO_CRITERIA)) return;
      const value = JSON.parse(JSON.stringify(criteria)) as z.infer<ReturnType<typeof z.json>>;
      bridge.request('prefs.set', { key, value }).catch((error) => report('prefs.set', error));
    },
  };
}

const NONE: readonly NamedView[] = [];

/** What the room has of a person's views, and what is on its way there from this seat: without the hub they hold here. */
function useNamed(
  person: string | undefined,
  filter: Filter | undefined,
): Pick<Kept, 'views' | 'save' | 'remove'> {
  const act = useDesk((desk) => desk.act);
  const known = useRoomData((data) => data.queueViews.get(person ?? '')?.views) ?? NONE;
  const waiting = useBoard((board) => board.waiting);
  const views = useMemo(() => {
    const said = waiting
      .filter(({ op, ticket }) => op === 'views.keep' && ticket === person)
      .flatMap(({ args, madeAt }) => {
        const { data } = ViewsKeep.shape.args.safeParse(args);
        return data === undefined ? [] : [{ ...data, at: madeAt }];
      });
    return mergeViews(known, said).flatMap(({ name, criteria }) =>
      criteria === undefined ? [] : [{ name, criteria }],
    );
  }, [known, waiting, person]);
  const keep = (args: z.input<typeof ViewsKeep.shape.args>) => {
    if (person !== undefined) void act('views.keep', person, args);
  };
  return {
    views,
    save: (name) => keep({ name, criteria: Criteria.parse(filter ?? {}) }),
    remove: (name) => keep({ name }),
  };
}
