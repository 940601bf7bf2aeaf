import type { Ticket } from '../../../../shared/ticket/model.ts';
import { toRecall } from '../../../../shared/unit/orders.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { useRoomData } from '../../../lib/room-data/index.ts';
import { isStale, useLink } from '../../link/index.ts';
import styles from './Ticket.module.css';

/** Who is out for it still, and how each hears that they need go no further: before it is done, for it can't be taken back. */
export function Recall({ ticket }: { readonly ticket: Ticket }) {
  const t = useT();
  const units = useRoomData((data) => data.unit);
  const lost = useLink(({ state }) => isStale(state));
  const { byRoom, byVoice } = toRecall(ticket);
  const said = (ids: readonly string[]) => ({
    n: ids.length,
    units: ids.map((id) => units.get(id)?.callSign ?? id).join(', '),
  });
  if (byRoom.length + byVoice.length === 0) return null;
  return (
    <div className={styles.owed}>
      {byRoom.length > 0 && <p>{t(lost ? 'desk.close.recallLost' : 'desk.close.recall', said(byRoom))}</p>}
      {byVoice.length > 0 && <p>{t('desk.close.recallByVoice', said(byVoice))}</p>}
    </div>
  );
}
