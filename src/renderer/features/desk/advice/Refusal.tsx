import { useT } from '../../../lib/i18n/index.tsx';
import { InlineMotive } from '../../../ui/index.ts';
import { useDesk } from '../board.ts';
import styles from './AdviceCard.module.css';
import type { Proposal } from './proposal.ts';

interface RefusalProps {
  readonly ticket: string;
  readonly proposal: Proposal;
  readonly onDone: () => void;
}

/** Why the advice is wrong: kept with the ticket, for whoever judges the rule. */
export function Refusal({ ticket, proposal: { rule, key, whyNot }, onDone }: RefusalProps) {
  const t = useT();
  const act = useDesk((desk) => desk.act);
  return (
    <InlineMotive
      label={whyNot}
      hint={t('advice.motiveHint')}
      required
      send={t('advice.send')}
      cancel={t('common.cancel')}
      className={styles.refusal}
      onSend={(motive) => act('advice.refuse', ticket, { rule, key }, { motive })}
      onClose={onDone}
    />
  );
}
