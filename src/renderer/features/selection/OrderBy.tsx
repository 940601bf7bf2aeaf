import type { LampOverride } from '../../../shared/lamp/override.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockMinute, useT } from '../../lib/i18n/index.tsx';
import { shortRef, useBoard } from '../desk/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import styles from './Selection.module.css';

/** Who has ordered it, when, and what for: in their words, or by its intervention. */
export function OrderBy({ order }: { readonly order: LampOverride }) {
  const t = useT();
  const people = useSession(({ view }) => view?.people) ?? [];
  const ticket = useBoard((board) => order.ticket && board.rows.get(order.ticket)?.ticket);
  const values = { who: nameOf(people, order.person), time: clockMinute(millis(order.at)) };
  return (
    <p className={styles.orderBy}>
      {t('selection.orderBy', values)}
      {ticket !== undefined &&
        ` · ${t('selection.orderFor', { ref: shortRef(ticket, t), title: ticket.title })}`}
      {order.motive !== undefined && ` · ${t('selection.orderWhy', { motive: order.motive })}`}
    </p>
  );
}
