import { useEffect, useMemo, useRef } from 'react';
import type { LampOverride } from '../../../shared/lamp/override.ts';
import { orderKey } from '../../../shared/lamp/trouble-ticket.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Section } from '../../ui/index.ts';
import { useMe } from '../session/index.ts';
import { OrderState } from './OrderState.tsx';
import { PreemptedOrders } from './PreemptedOrders.tsx';
import { usePreemptions } from './use-preemptions.ts';

/** The orders that are on their way or in force, those of one selection as one, the latest first; before them those of one's own that others were laid over. */
export function OrderList({ onTicket }: { readonly onTicket: (ticket: string) => void }) {
  const t = useT();
  const overrides = useRoomData((data) => data.override);
  const orders = useMemo(() => ordersOf([...overrides.values()]), [overrides]);
  const me = useMe()?.id;
  const preemptions = usePreemptions();
  const list = useRef<HTMLDivElement>(null);
  const [latest, parts] = orders[0] ?? [];
  const mine = parts?.[0]?.person === me ? latest : undefined;
  const before = useRef(mine);
  // Just after one's own order, what becomes of it is what is looked at: on a low screen it must not be below the fold.
  useEffect(() => {
    if (mine !== undefined && mine !== before.current)
      list.current?.querySelector('section')?.scrollIntoView({ block: 'nearest' });
    before.current = mine;
  }, [mine]);
  if (orders.length === 0 && preemptions.length === 0) return null;
  return (
    <Section title={t('selection.orders')}>
      <PreemptedOrders preemptions={preemptions} />
      <div ref={list}>
        {orders.map(([id, parts], n) => (
          <OrderState key={id} parts={parts} latest={n === 0} onTicket={onTicket} />
        ))}
      </div>
    </Section>
  );
}

/** The ids of commands are in order of time. */
function ordersOf(
  overrides: readonly LampOverride[],
): readonly (readonly [string, readonly LampOverride[]])[] {
  const inOrder = overrides.toSorted((a, b) => b.id.localeCompare(a.id));
  return [...Map.groupBy(inOrder, orderKey)];
}
