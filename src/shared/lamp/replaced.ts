import type { PersonId } from '../ids.ts';
import type { Instant } from '../wire/time.ts';
import type { LampOverride, PiledOrder } from './override.ts';
import { orderKey } from './trouble-ticket.ts';

/** An order of somebody of which another person's took lamps: whatever commands each was sent as, these are two orders. */
export interface Replacement extends Pick<PiledOrder, 'street' | 'selection'> {
  /** names both orders */
  readonly key: string;
  /** the order that was replaced, as `orderKey` says it */
  readonly order: string;
  /** whose that was */
  readonly of: PersonId;
  /** who replaced it, and when */
  readonly by: PersonId;
  readonly at: Instant;
  /** so many lamps of it */
  readonly lamps: number;
}

/** Of which orders of a person the orders that last have taken lamps, latest first. What they replaced themselves they know. */
export function replacementsOf(overrides: Iterable<LampOverride>, person: PersonId): readonly Replacement[] {
  const taken = [...overrides].flatMap((by) =>
    by.person === person
      ? []
      : (by.over ?? []).flatMap((its) =>
          its.person === person ? [{ its, by, key: `${orderKey(by)} ${orderKey(its)}` }] : [],
        ),
  );
  return [...Map.groupBy(taken, ({ key }) => key)]
    .map(([key, parts]): Replacement => {
      const [{ its, by }] = parts as [(typeof parts)[number]];
      const { street, selection } = its;
      return {
        key,
        order: orderKey(its),
        of: person,
        by: by.person,
        at: parts.map((part) => part.by.at).toSorted()[0] ?? by.at,
        street,
        ...(selection === undefined ? {} : { selection }),
        lamps: parts.reduce((sum, part) => sum + part.its.lamps, 0),
      };
    })
    .toSorted((a, b) => b.at.localeCompare(a.at));
}
