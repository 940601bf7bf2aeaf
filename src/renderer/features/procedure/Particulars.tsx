import { AlarmClock, TriangleAlert } from 'lucide-react';
import { frenchSpaces } from '../../../shared/i18n/typography.ts';
import { textIn } from '../../../shared/procedure/model.ts';
import type { ShownStep } from '../../../shared/procedure/progress.ts';
import { useNow } from '../../lib/clock/index.ts';
import { clockTime, roundDuration, type Translate, useLanguage } from '../../lib/i18n/index.tsx';
import { Icon } from '../../ui/index.ts';
import styles from './Procedure.module.css';
import { whoWords } from './who-words.ts';

interface ParticularsProps {
  readonly shown: ShownStep;
  /** it is still to do: whose hand, how soon and the hint count */
  readonly wanted: boolean;
}

/** Below a step: whose hand it is, until when, that it is mandatory; what was answered, or why it was left out. */
export function Particulars({ shown: { step, mark, dueAt, overdue, current }, wanted }: ParticularsProps) {
  const { t, locale } = useLanguage();
  const now = useNow();
  const facts = wanted
    ? [whoWords(t, step.who), step.mandatory === true ? t('procedure.mandatory') : undefined]
    : [
        mark?.answer?.label,
        mark?.motive === undefined ? undefined : t('procedure.motiveSaid', { motive: mark.motive }),
      ];
  const said = facts.filter((fact) => fact !== undefined).join(' · ');
  return (
    <>
      {(said !== '' || (wanted && dueAt !== undefined)) && (
        <p className={styles.particulars}>
          {said}
          {wanted && dueAt !== undefined && (
            <span className={overdue ? styles.late : undefined}>
              <Icon of={overdue ? TriangleAlert : AlarmClock} size="small" />
              {overdue
                ? lateWords(t, now - dueAt)
                : t('procedure.due', { time: clockTime(dueAt).slice(0, 5) })}
            </span>
          )}
        </p>
      )}
      {wanted && current && step.hint !== undefined && (
        <p className={styles.hint}>{frenchSpaces(textIn(step.hint, locale))}</p>
      )}
    </>
  );
}

/** « en retard », and by how much once that is a minute. @param late ms */
const lateWords = (t: Translate, late: number): string =>
  late < 60_000 ? t('procedure.overdueJust') : t('procedure.overdue', { late: roundDuration(late) });
