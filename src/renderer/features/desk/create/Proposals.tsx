import type { PriorityAdvice, PriorityReason } from '../../../../shared/advice/priority.ts';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { Priority } from '../../../../shared/ticket/model.ts';
import { type Translate, useT } from '../../../lib/i18n/index.tsx';
import { Button } from '../../../ui/index.ts';
import { kindOf } from '../words.ts';
import styles from './DraftForm.module.css';

/** Why, with the words that decided. */
function reasonWords(t: Translate, reason: PriorityReason): string {
  switch (reason.kind) {
    case 'kind':
      return t('draft.reason.kind', { kind: kindOf(t, reason.of), priority: `P${reason.priority}` });
    case 'life':
    case 'weapon':
    case 'fireNearPeople':
    case 'child':
    case 'over':
    case 'school':
    case 'tram':
      return t(`draft.reason.${reason.kind}`, { words: reason.words.join(', ') });
    case 'night':
    case 'day':
      return t(`draft.reason.${reason.kind}`);
    default:
      return assertNever(reason);
  }
}

interface ProposedPriorityProps {
  readonly advice: PriorityAdvice | undefined;
  readonly chosen: Priority;
  readonly onTake: (priority: Priority) => void;
}

/** The priority that the rule proposes, and why; one key takes it where it is another than the one chosen. */
export function ProposedPriority({ advice, chosen, onTake }: ProposedPriorityProps) {
  const t = useT();
  if (advice === undefined) return null;
  const { priority, reasons } = advice;
  return (
    <p className={styles.proposal} aria-live="polite">
      <span>
        <b>{t('draft.proposed', { priority: `P${priority}` })}</b>{' '}
        {reasons.map((reason) => reasonWords(t, reason)).join(' · ')}
      </span>
      {priority !== chosen && (
        <Button shortcut="Alt P" onClick={() => onTake(priority)}>
          {t('draft.take', { priority: `P${priority}` })}
        </Button>
      )}
    </p>
  );
}
