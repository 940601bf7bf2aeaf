import { useState } from 'react';
import type { Shift } from '../../../shared/shift/model.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { Button, InlineMotive } from '../../ui/index.ts';
import { useDesk, useViewer } from '../desk/index.ts';
import styles from './Shift.module.css';
import { useShifts } from './use-shifts.ts';

interface ShiftAnswerProps {
  readonly shift: Shift;
  /** alone in its dialog: a key accepts it */
  readonly keyed: boolean;
}

/** Accepting takes all at once; declining says why; who offered it, or a supervisor, may withdraw it. */
export function ShiftAnswer({ shift: { id, from, to, tickets }, keyed }: ShiftAnswerProps) {
  const { t } = useLanguage();
  const { me } = useViewer();
  const act = useDesk((desk) => desk.act);
  const { pending } = useShifts();
  const [declining, setDeclining] = useState(false);
  const accept = () => void act('shift.accept', id);
  const answered = pending.some(({ ticket }) => ticket === id);
  useShortcut(
    {
      keys: 'Shift+Y',
      manner: 'acts',
      shown: '⇧ Y',
      label: 'shift.key.accept',
      everywhere: true,
      run: accept,
    },
    keyed && !declining && !answered && to === me?.id, // while a motive is written letters are letters
  );
  if (answered) return null;
  if (to !== me?.id)
    return from.person === me?.id || me?.role === 'supervisor' ? (
      <div className={styles.ways}>
        <Button onClick={() => void act('shift.withdraw', id)}>{t('shift.withdraw')}</Button>
      </div>
    ) : null;
  return (
    <>
      <div className={styles.ways}>
        <Button
          size="large"
          look="primary"
          shortcut={keyed && !declining ? '⇧ Y' : undefined}
          onClick={accept}
        >
          {t('shift.accept', { n: tickets.length })}
        </Button>
        <Button size="large" aria-expanded={declining} onClick={() => setDeclining(!declining)}>
          {t('shift.decline')}
        </Button>
      </div>
      {declining && (
        <InlineMotive
          label={t('shift.declineWhy')}
          required
          send={t('shift.decline')}
          cancel={t('common.cancel')}
          className={styles.decline}
          onSend={(motive) => act('shift.decline', id, {}, { motive })}
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  );
}
