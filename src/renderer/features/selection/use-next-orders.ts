import { useMemo } from 'react';
import type { PiledOrder } from '../../../shared/lamp/override.ts';
import { lampKey } from '../../../shared/lamp/selection.ts';
import { useCity } from '../city/index.ts';
import { useOrdersLasting } from '../lighting/index.ts';
import { useSelection } from './store.ts';

const MINUTE_MS = 60_000;

/** By which orders the selected lamps would burn when one that ends then is over, the most lamps first. @param end ms */
export function useNextOrders(end: number): readonly PiledOrder[] {
  const { book, lamps } = useCity((city) => city);
  const keys = useSelection(({ now }) => now.lamps);
  const lasting = useOrdersLasting();
  const minute = Math.floor(end / MINUTE_MS) * MINUTE_MS;
  // biome-ignore lint/correctness/useExhaustiveDependencies: new columns mean that lamps came or went
  return useMemo(() => {
    const slots = new Map([...book.pieces].map(({ district, slot }) => [district, slot]));
    const has = (district: string, index: number): boolean => {
      const slot = slots.get(district);
      return slot !== undefined && keys.has(lampKey({ slot, index }));
    };
    return lasting(has, minute);
  }, [book, lamps.x, keys, lasting, minute]);
}
