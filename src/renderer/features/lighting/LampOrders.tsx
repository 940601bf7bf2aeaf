import type { ReactNode } from 'react';
import type { PiledOrder } from '../../../shared/lamp/override.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { clockMinute, useT } from '../../lib/i18n/index.tsx';
import { nameOf, useSession } from '../session/index.ts';
import { useOrdersLasting } from './use-orders-lasting.ts';

interface LampOrdersProps {
  readonly district: string;
  /** in the district's dictionary */
  readonly index: number;
  /** a line of the list that this is part of */
  readonly row: (name: string, said: string) => ReactNode;
}

/** More than these are nobody's to remember. */
const MOST = 4;
const MINUTE_MS = 60_000;

/** The orders that a lamp is under: the one that counts, and those that do when it ends, one after another. Nothing without one. */
export function LampOrders({ district, index, row }: LampOrdersProps) {
  const t = useT();
  const people = useSession(({ view }) => view?.people) ?? [];
  const lasting = useOrdersLasting();
  const minute = Math.floor(useNow() / MINUTE_MS) * MINUTE_MS;
  const pile: PiledOrder[] = [];
  for (let until = minute; pile.length < MOST; ) {
    const [next] = lasting((its, at) => its === district && at === index, until);
    if (next === undefined) break;
    pile.push(next);
    until = millis(next.until);
  }
  if (pile.length === 0) return null;
  const said = pile.map(({ person, level, until }, n) =>
    t(n === 0 ? 'lighting.order' : 'lighting.orderThen', {
      level: Math.round(level * 100),
      time: clockMinute(millis(until)),
      who: nameOf(people, person),
    }),
  );
  return row(t('lighting.orders'), said.join(', '));
}
