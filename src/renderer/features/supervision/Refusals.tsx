import { useT } from '../../lib/i18n/index.tsx';
import { EmptyState, Section } from '../../ui/index.ts';
import { useViewer } from '../desk/index.ts';
import { RefusalLine } from './RefusalLine.tsx';
import styles from './Refusals.module.css';
import { useRefusals } from './use-refusals.ts';

interface RefusalsProps {
  /** brings a ticket before the operator */
  readonly onTicket: (ticket: string) => void;
}

/** « À reprendre »: what was refused to people who have left, oldest first; the first one has the keys. */
export function Refusals({ onTicket }: RefusalsProps) {
  const t = useT();
  const refusals = useRefusals();
  const { me } = useViewer();
  if (refusals.length === 0)
    return <EmptyState title={t('supervision.noRefusals')} detail={t('supervision.noRefusalsDetail')} />;
  const mayAct = (person: string) => me?.role === 'supervisor' || me?.id === person;
  const first = refusals.find(({ person }) => mayAct(person));
  return (
    <Section title={t('supervision.refusals')} aside={t('supervision.refusalsCount', { n: refusals.length })}>
      <ul className={styles.list}>
        {refusals.map((refusal) => (
          <RefusalLine
            key={refusal.id}
            refusal={refusal}
            mayAct={mayAct(refusal.person)}
            hasKeys={refusal === first}
            onTicket={onTicket}
          />
        ))}
      </ul>
    </Section>
  );
}
