import { useMemo } from 'react';
import { boxOf } from '../../../../shared/geo/box.ts';
import type { DistrictLamps } from '../../../../shared/ipc/model.ts';
import { indexOf, type LampKey, slotOf } from '../../../../shared/lamp/selection.ts';
import { type Translate, useT } from '../../../lib/i18n/index.tsx';
import { type City, groupsWithLamps, useCity } from '../../city/index.ts';
import type { LampRef } from '../../map/index.ts';
import type { Inside, ListedMap, Thing } from '../model.ts';
import { lampWords, refsOf } from './lamp-counts.ts';
import { pastLamps } from './past-lamps.ts';
import { type AgeOf, useAgeOf } from './use-age-of.ts';

/** All of a street is shown, from no nearer than this. */
const CLOSENESS = 17;
/** The past is as old as it is. */
const NO_AGE = () => undefined;
const byName = new Intl.Collator('fr', { numeric: true });

/** Streets in which lamps stand, as lines in order of name; within each its lamps, in order of id. */
export const streetThings = (
  t: Translate,
  { lamps: table, book }: Pick<City, 'lamps' | 'book'>,
  pieces: Iterable<DistrictLamps>,
  go: ListedMap['go'],
  ageOf: AgeOf,
  linesOf: (lamps: readonly LampRef[]) => Inside = (lamps) => ({ kind: 'lamps', lamps }),
): readonly Thing[] =>
  groupsWithLamps(pieces, ['street'])
    .toSorted((a, b) => byName.compare(a.group.name, b.group.name))
    .map(({ group: { name, within: commune }, lamps }): Thing => {
      const idOf = (key: LampKey) => book.piece(slotOf(key))?.ids[indexOf(key)] ?? '';
      const box = () =>
        boxOf(refsOf(lamps).flatMap((ref) => [table.positionOf(ref)].filter((at) => at !== undefined)));
      return {
        id: `${name} ${commune}`,
        label: name,
        say: () => ({
          detail: [commune, lampWords(t, table, lamps)].filter(Boolean).join(' · '),
          age: ageOf(lamps.map(slotOf)),
        }),
        show: () => {
          const all = box();
          if (all !== undefined) go({ box: all, zoom: CLOSENESS });
        },
        lamps: () => lamps,
        inside: () => linesOf(refsOf(lamps.toSorted((a, b) => byName.compare(idOf(a), idOf(b))))),
      };
    });

export function useStreetThings({ go, past, openLamp }: ListedMap): readonly Thing[] {
  const t = useT();
  const live = useCity((city) => city.lamps);
  const book = useCity((city) => city.book);
  const lamps = past ?? live;
  const ageOf = useAgeOf();
  return useMemo(() => {
    const then = past && ((refs: readonly LampRef[]) => pastLamps(t, past, book, refs, openLamp));
    return streetThings(t, { lamps, book }, book.pieces, go, past ? NO_AGE : ageOf, then);
  }, [t, lamps, lamps.x, past, book, go, openLamp, ageOf]);
}
