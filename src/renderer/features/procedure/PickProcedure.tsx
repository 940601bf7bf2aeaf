import { useRef } from 'react';
import { type Procedure, textIn } from '../../../shared/procedure/model.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { Button, Section } from '../../ui/index.ts';
import type { Row } from '../desk/index.ts';
import styles from './Procedure.module.css';
import { useSteps } from './use-steps.ts';

interface PickProcedureProps {
  readonly row: Row;
  readonly options: readonly Procedure[];
}

/** Several procedures are for this event: the operator says which one is followed. */
export function PickProcedure({ row, options }: PickProcedureProps) {
  const { t } = useLanguage();
  const { may, follow } = useSteps(row.ticket, undefined);
  const isOver = row.ticket.state === 'closed' || !may;
  return (
    <Section title={t('procedure.title')}>
      <p className="quiet">{t('procedure.several')}</p>
      <ul className={styles.picks}>
        {options.map((procedure, n) => (
          <Pick
            key={procedure.id}
            procedure={procedure}
            number={n + 1}
            off={isOver}
            onPick={() => void follow(procedure)}
          />
        ))}
      </ul>
    </Section>
  );
}

interface PickProps {
  readonly procedure: Procedure;
  readonly number: number;
  readonly off: boolean;
  readonly onPick: () => void;
}
function Pick({ procedure, number, off, onPick }: PickProps) {
  const { locale } = useLanguage();
  const line = useRef<HTMLLIElement>(null);
  const key = number <= 9 ? String(number) : undefined;
  useShortcut(
    { keys: String(number % 10), shown: '1 – 9', label: 'procedure.key.pick', manner: 'acts', run: onPick },
    key !== undefined && !off,
    line,
  );
  return (
    <li ref={line}>
      <Button shortcut={key} disabled={off} onClick={onPick}>
        {textIn(procedure.title, locale)}
      </Button>
    </li>
  );
}
