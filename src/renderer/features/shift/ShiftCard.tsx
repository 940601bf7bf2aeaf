import { Printer } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { Shift } from '../../../shared/shift/model.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Button, Icon } from '../../ui/index.ts';
import styles from './Shift.module.css';
import { ShiftAnswer } from './ShiftAnswer.tsx';
import { ShiftSheet } from './ShiftSheet.tsx';
import { ShiftText } from './ShiftText.tsx';

interface ShiftCardProps {
  readonly shift: Shift;
  readonly onTicket: (ticket: string) => void;
  /** alone in its dialog: a key accepts it */
  readonly keyed?: boolean;
}

/** A handover to be read, or printed; and its answer, where it is ours. */
export function ShiftCard({ shift, onTicket, keyed = false }: ShiftCardProps) {
  const t = useT();
  const [printing, setPrinting] = useState(false);
  const printed = useCallback(() => setPrinting(false), []);
  return (
    // In its dialog one reads first, and goes on to the answer from there.
    <article className={styles.card} {...(keyed && { tabIndex: -1, 'data-read-first': true })}>
      <ShiftText shift={shift} onTicket={onTicket} />
      <div className={styles.paper}>
        <Button look="bare" onClick={() => setPrinting(true)}>
          <Icon of={Printer} size="small" /> {t('shift.print')}
        </Button>
      </div>
      {shift.state === 'offered' && <ShiftAnswer shift={shift} keyed={keyed} />}
      {printing && <ShiftSheet shift={shift} onDone={printed} />}
    </article>
  );
}
