import { useEffect, useMemo } from 'react';
import { z } from 'zod';
import { SelectionsKeep } from '../../../shared/kept-selection/command.ts';
import type { SelectionContent } from '../../../shared/kept-selection/model.ts';
import type { LampKey } from '../../../shared/lamp/selection.ts';
import { useBridge } from '../../lib/bridge/index.tsx';
import { readPref } from '../../lib/bridge/prefs.ts';
import { useReport } from '../../lib/notices/index.ts';
import { useRoomData } from '../../lib/room-data/index.ts';
import { contentOf, idsOf, useCity } from '../city/index.ts';
import { useBoard, useDesk } from '../desk/index.ts';
import { useMe } from '../session/index.ts';
import { SeatSelection } from './kept-selection.ts';
import { useSelection } from './store.ts';

/** More names than this nobody tells apart; of those at the seat the earliest are forgotten. */
const MOST_KEPT = 40;

/** Lamps that somebody has named; `here` is at this seat only. */
export interface NamedLamps {
  readonly name: string;
  readonly content: SelectionContent;
  readonly where: 'everywhere' | 'here';
}

export interface Kept {
  /** in order of name */
  readonly kept: readonly NamedLamps[];
  /** what would follow its person under that name; undefined where it is too large, or nobody is signed in */
  readonly following: (name: string, lamps: ReadonlySet<LampKey>) => SelectionContent | undefined;
  /** the same name again means other lamps under it */
  readonly keep: (name: string, lamps: ReadonlySet<LampKey>) => void;
  readonly forget: (name: string) => void;
}

const keyOf = (person: string | undefined): string => `selections.${person ?? 'seat'}`.slice(0, 80);

/** Reads what a person has named at this seat; to be held once, by whoever shows selections. */
export function useReadKept(): void {
  const bridge = useBridge();
  const report = useReport();
  const person = useMe()?.id;
  const setKept = useSelection((selection) => selection.setKept);
  useEffect(() => {
    let wanted = true;
    readPref(bridge, keyOf(person), (value) => z.array(SeatSelection).safeParse(value).data).then(
      (kept = []) => wanted && setKept(kept),
      (error) => report('prefs.get', error),
    );
    return () => {
      wanted = false;
    };
  }, [bridge, report, person, setKept]);
}

/** The selections that a person has named: those that follow them, and those too large for it, at this seat. */
export function useKept(): Kept {
  const person = useMe()?.id;
  const book = useCity((city) => city.book);
  const act = useDesk((desk) => desk.act);
  const follow = useFollowing(person);
  const { here, write } = useHere(person);
  const kept = useMemo(() => inOrder(follow, here), [follow, here]);
  const without = (name: string) => here.filter((one) => one.name !== name);
  const tell = (args: z.input<typeof SelectionsKeep.shape.args>) => {
    if (person !== undefined) void act('selections.keep', person, args);
  };
  const following = (name: string, lamps: ReadonlySet<LampKey>) => {
    const others = [...follow].flatMap(([its, content]) => (its === name ? [] : [content]));
    return person === undefined ? undefined : contentOf(lamps, book, others);
  };
  const forget = (name: string) => {
    if (here.some((one) => one.name === name)) write(without(name));
    if (follow.has(name)) tell({ name });
  };
  return {
    kept,
    following,
    forget,
    keep(name, lamps) {
      const content = following(name, lamps);
      if (content !== undefined) {
        tell({ name, content });
        if (here.some((one) => one.name === name)) write(without(name));
        return;
      }
      write([...without(name), { name, lamps: [...idsOf(lamps, book)] }]);
      if (follow.has(name)) tell({ name });
    },
  };
}

const byName = new Intl.Collator('fr', { numeric: true });

function inOrder(
  follow: ReadonlyMap<string, SelectionContent>,
  here: readonly SeatSelection[],
): readonly NamedLamps[] {
  return [
    ...[...follow].map(([name, content]): NamedLamps => ({ name, content, where: 'everywhere' })),
    ...here
      .filter(({ name }) => !follow.has(name))
      .map(({ name, lamps }) => ({ name, content: { groups: [], lamps } as never, where: 'here' as const })),
  ].toSorted((a, b) => byName.compare(a.name, b.name));
}

/** What the room has of a person's, and over it what is on its way there from this seat: without the hub they hold here. */
function useFollowing(person: string | undefined): ReadonlyMap<string, SelectionContent> {
  const known = useRoomData((data) => data.keptSelection);
  const waiting = useBoard((board) => board.waiting);
  return useMemo(() => {
    const its = [...known.values()].filter((one) => one.person === person);
    const said = waiting
      .filter(({ op, ticket }) => op === 'selections.keep' && ticket === person)
      .flatMap(({ args, madeAt }) => {
        const { data } = SelectionsKeep.shape.args.safeParse(args);
        return data === undefined ? [] : [{ ...data, at: madeAt }];
      });
    const latest = [...its, ...said].toSorted((a, b) => a.at.localeCompare(b.at));
    const names = new Map(latest.map(({ name, content }) => [name, content] as const));
    return new Map([...names].flatMap(([name, content]) => (content ? [[name, content] as const] : [])));
  }, [known, waiting, person]);
}

function useHere(person: string | undefined) {
  const bridge = useBridge();
  const report = useReport();
  const here = useSelection((selection) => selection.kept);
  const setKept = useSelection((selection) => selection.setKept);
  const write = (next: readonly SeatSelection[]) => {
    const all = next.slice(-MOST_KEPT);
    setKept(all);
    const value = all.map(({ name, lamps }) => ({ name, lamps: [...lamps] }));
    bridge.request('prefs.set', { key: keyOf(person), value }).catch((error) => report('prefs.set', error));
  };
  return { here, write };
}
