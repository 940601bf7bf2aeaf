import { z } from 'zod';
import { CommandId } from '../ids.ts';
import type { LampOverride, PiledOrder } from './override.ts';
import { orderKey } from './trouble-ticket.ts';

/**
 * `room/v1/data/orderLamps/<id>`: which lamps an override was given for, by index in their district's dictionary. Said once: how
 * far it has come is in the override.
 */
export const OrderLamps = z.object({
  v: z.literal(1),
  id: CommandId,
  places: z.array(
    z.object({ district: z.string().min(1).max(256), indices: z.array(z.int().min(0).max(65_534)) }),
  ),
});
export type OrderLamps = z.infer<typeof OrderLamps>;

/** Where a lamp is in the dictionaries. */
export interface LampPlace {
  readonly district: string;
  readonly index: number;
}

/** @param placeOf undefined for a lamp that the inventory has no more */
export function orderLamps<L>(
  id: CommandId,
  lamps: Iterable<L>,
  placeOf: (lamp: L) => LampPlace | undefined,
): OrderLamps {
  const known = [...lamps].flatMap((lamp) => placeOf(lamp) ?? []);
  const places = [...Map.groupBy(known, ({ district }) => district)].map(([district, its]) => ({
    district,
    indices: its.map(({ index }) => index).toSorted((a, b) => a - b),
  }));
  return { v: 1, id, places };
}

/**
 * By which orders these lamps burn, or would as soon as one that ends at `until` is over: each lamp is the newest's of those that
 * last longer. Whatever commands an order was sent as, it is one; the most lamps first.
 * @param lampsOf of an override @param has whether a lamp is one of these @param until ms since the epoch
 */
export function ordersLasting(
  overrides: Iterable<LampOverride>,
  lampsOf: (id: CommandId) => OrderLamps | undefined,
  has: (district: string, index: number) => boolean,
  until: number,
): readonly PiledOrder[] {
  const newest = [...overrides]
    .filter((one) => one.phase === 'set' && Date.parse(one.until) > until)
    .toSorted((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
  const taken = new Set<string>();
  const found = new Map<string, PiledOrder>();
  for (const one of newest) {
    let lamps = 0;
    for (const { district, indices } of lampsOf(one.id)?.places ?? [])
      for (const index of indices) {
        const key = `${district} ${index}`;
        if (!has(district, index) || taken.has(key)) continue;
        taken.add(key);
        lamps++;
      }
    if (lamps === 0) continue;
    const { id, person, street, selection, level } = one;
    const before = found.get(orderKey(one))?.lamps ?? 0;
    found.set(orderKey(one), {
      ...{ id, person, street, ...(selection && { selection }), level },
      until: one.until,
      lamps: before + lamps,
    });
  }
  return [...found.values()].toSorted((a, b) => b.lamps - a.lamps);
}
