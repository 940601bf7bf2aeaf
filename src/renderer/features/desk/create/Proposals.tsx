import type { PriorityAdvice } from '../../../../shared/advice/priority.ts';
import type { Priority } from '../../../../shared/ticket/model.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button } from '../../../ui/index.ts';
import { priorityReason } from '../advice/priority-words.ts';
import styles from './DraftForm.module.css';

interface ProposedPriorityProps {
  readonly advice: PriorityAdvice | undefined;
  readonly chosen: Priority;
  readonly onTake: (priority: Priority) => void;
}

/** The priority that the rule proposes where it is another than the one chosen, and why; one key takes it. */
export function ProposedPriority({ advice, chosen, onTake }: ProposedPriorityProps) {
  const t = useT();
  if (advice === undefined || advice.priority === chosen) return null;
  const { priority, reasons } = advice;
  return (
    <p className={styles.proposal} aria-live="polite">
      <span>
        <b>{t('draft.proposed', { priority: `P${priority}` })}</b>{' '}
        {reasons.map((reason) => priorityReason(t, reason)).join(' · ')}
      </span>
      <Button shortcut="Alt P" onClick={() => onTake(priority)}>
        {t('draft.take', { priority: `P${priority}` })}
      </Button>
    </p>
  );
}
