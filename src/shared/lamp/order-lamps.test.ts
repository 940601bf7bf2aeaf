import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CommandId } from '../ids.ts';
import { instant } from '../wire/time.ts';
import { type OrderLamps, orderLamps, ordersLasting } from './order-lamps.ts';
import type { LampOverride } from './override.ts';

const place = fc.record({ district: fc.constantFrom('01', '02'), index: fc.nat(4) });
const order = fc.record({
  at: fc.nat(5),
  until: fc.integer({ min: 1, max: 20 }),
  level: fc.constantFrom(0.2, 1),
  selection: fc.option(fc.constantFrom('s', 't'), { nil: undefined }),
  phase: fc.constantFrom('set' as const, 'set' as const, 'release' as const),
  places: fc.uniqueArray(place, { selector: ({ district, index }) => `${district} ${index}` }),
});

it('gives each lamp to the newest order that lasts longer, as asking lamp by lamp does', () =>
  fc.assert(
    fc.property(fc.array(order, { maxLength: 6 }), fc.nat(20), (orders, until) => {
      const all = orders.map(({ at, until: end, places, selection, ...one }, n) => {
        const id = `o-${n}` as CommandId;
        const called = selection === undefined ? {} : { selection: { id: selection, name: selection } };
        const override = {
          id,
          ...one,
          ...called,
          at: instant(at),
          until: instant(end),
          person: 'p',
          street: '',
        };
        return { override: override as unknown as LampOverride, lamps: orderLamps(id, places, (its) => its) };
      });
      const lampsOf = new Map<string, OrderLamps>(all.map(({ lamps }) => [lamps.id, lamps]));
      const found = ordersLasting(
        all.map(({ override }) => override),
        (id) => lampsOf.get(id),
        (_, index) => index < 4,
        until,
      );
      const counts = new Map<string, number>();
      for (const district of ['01', '02'])
        for (let index = 0; index < 4; index++) {
          const its = orders.flatMap((one, n) =>
            one.phase === 'set' &&
            one.until > until &&
            one.places.some((at) => at.district === district && at.index === index)
              ? [{ ...one, n }]
              : [],
          );
          const top = its.toSorted((a, b) => a.at - b.at || a.n - b.n).at(-1);
          if (top === undefined) continue;
          const key = top.selection ?? `o-${top.n}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
      expect(new Map(found.map(({ id, selection, lamps }) => [selection?.id ?? id, lamps]))).toEqual(counts);
    }),
  ));
