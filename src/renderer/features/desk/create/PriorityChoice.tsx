import type { Priority } from '../../../../shared/ticket/model.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { PriorityMark } from '../../../ui/index.ts';
import styles from './DraftForm.module.css';
import type { Draft } from './draft.ts';

const PRIORITIES: readonly Priority[] = [1, 2, 3, 4];

interface PriorityChoiceProps {
  readonly draft: Draft;
  readonly onChoose: (priority: Priority) => void;
}

/** The four priorities: Alt and its digit chooses from anywhere in the form. */
export function PriorityChoice({ draft, onChoose }: PriorityChoiceProps) {
  const t = useT();
  return (
    <fieldset className={styles.priorities}>
      <legend className={styles.legend}>{t('desk.new.priority')}</legend>
      {PRIORITIES.map((priority) => (
        <label key={priority} className={styles.priority} title={t(`priority.${priority}`)}>
          <input
            type="radio"
            name="priority"
            aria-label={t(`priority.${priority}`)}
            checked={draft.priority === priority}
            onChange={() => onChoose(priority)}
          />
          <PriorityMark priority={priority} />
          {`P${priority}`}
        </label>
      ))}
    </fieldset>
  );
}
