import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { Shift } from '../../../shared/shift/model.ts';
import { useReadNow } from '../../lib/clock/index.ts';
import { momentOf, useLanguage } from '../../lib/i18n/index.tsx';
import styles from './Shift.module.css';
import { ShiftText } from './ShiftText.tsx';

interface ShiftSheetProps {
  readonly shift: Shift;
  /** printed, or given up; must not change */
  readonly onDone: () => void;
}

/** A handover on paper, beside the console and seen by the printer alone: asked for by being drawn, and gone after it. */
export function ShiftSheet({ shift, onDone }: ShiftSheetProps) {
  const { t, locale } = useLanguage();
  const now = useReadNow()();
  useEffect(() => {
    window.addEventListener('afterprint', onDone);
    window.print();
    return () => window.removeEventListener('afterprint', onDone);
  }, [onDone]);
  return createPortal(
    <article className={styles.sheet}>
      <header className={styles.sheetHead}>
        <h3>{t('shift.sheet')}</h3>
        <span>{t('shift.printedAt', { time: momentOf(now, 0, locale) })}</span>
      </header>
      <ShiftText shift={shift} />
    </article>,
    document.body,
  );
}
