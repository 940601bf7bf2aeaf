import type { Step } from '../../../shared/procedure/model.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { InlineMotive } from '../../ui/index.ts';
import styles from './Procedure.module.css';

interface SkipFormProps {
  readonly step: Step;
  readonly onSkip: (motive: string) => Promise<boolean>;
  readonly onDone: () => void;
}

/** Why a step is left out: wanted of a mandatory one, which the supervisor is told of; welcome of any other. */
export function SkipForm({ step: { mandatory = false }, onSkip, onDone }: SkipFormProps) {
  const t = useT();
  return (
    <InlineMotive
      label={t(mandatory ? 'procedure.motive' : 'procedure.motiveIfAny')}
      hint={t(mandatory ? 'procedure.motiveTold' : 'procedure.motiveHint')}
      required={mandatory}
      send={t('procedure.skip')}
      cancel={t('common.cancel')}
      className={styles.skipForm}
      onSend={onSkip}
      onClose={onDone}
    />
  );
}
