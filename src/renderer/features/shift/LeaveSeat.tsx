import { useEffect } from 'react';
import { heldBy } from '../../../shared/shift/summary.ts';
import { isManned } from '../../../shared/unit/engaged.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Button, Dialog } from '../../ui/index.ts';
import { useBoard, useViewer } from '../desk/index.ts';
import { useElsewhere } from '../seats/index.ts';
import { useSession } from '../session/index.ts';
import styles from './Shift.module.css';

interface LeaveSeatProps {
  /** brings the handover before the operator */
  readonly onHandover: () => void;
}

/** Who wishes to leave goes at once, or is told first what they still hold, and what becomes of it. */
export function LeaveSeat({ onHandover }: LeaveSeatProps) {
  const leaving = useSession((session) => session.leaving);
  return leaving ? <Leaving onHandover={onHandover} /> : null;
}

function Leaving({ onHandover }: LeaveSeatProps) {
  const t = useT();
  const { me, seat } = useViewer();
  const elsewhere = useElsewhere(seat);
  const rows = useBoard((board) => board.rows);
  const close = useSession((session) => session.close);
  const stay = useSession((session) => session.stay);
  const held =
    me === undefined
      ? []
      : heldBy(
          [...rows.values()].map(({ ticket }) => ticket),
          me.id,
        );
  const free = held.length === 0;
  useEffect(() => {
    if (free) close();
  }, [free, close]);
  if (free) return null;
  const also = me && elsewhere(me.id);
  const manned = held.filter(isManned).length;
  return (
    <Dialog title={t('session.close')} closeLabel={t('common.cancel')} onClose={stay}>
      <div className={styles.leave}>
        <p>
          <b>{t('shift.leave.holds', { n: held.length })}</b>{' '}
          {also === undefined ? t('shift.leave.returns') : t('shift.leave.stays', { seats: also })}
        </p>
        {manned > 0 && also === undefined && (
          <p className={styles.late}>{t('shift.leave.manned', { n: manned })}</p>
        )}
        <div className={styles.ways}>
          <Button
            look="primary"
            size="large"
            onClick={() => {
              stay();
              onHandover();
            }}
          >
            {t('shift.offer')}
          </Button>
          <Button size="large" onClick={close}>
            {t('shift.leave.anyway')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
