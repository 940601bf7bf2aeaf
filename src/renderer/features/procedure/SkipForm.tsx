import { type FormEvent, useRef, useState } from 'react';
import type { Step } from '../../../shared/procedure/model.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Button, Field, useTakesFocus } from '../../ui/index.ts';
import styles from './Procedure.module.css';

interface SkipFormProps {
  readonly step: Step;
  readonly onSkip: (motive: string) => Promise<boolean>;
  readonly onDone: () => void;
}

/** Why a step is left out: wanted of a mandatory one, which the supervisor is told of; welcome of any other. */
export function SkipForm({ step: { mandatory = false }, onSkip, onDone }: SkipFormProps) {
  const t = useT();
  const [motive, setMotive] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useTakesFocus(form);
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (mandatory && motive.trim() === '') return;
    if (await onSkip(motive.trim())) onDone();
  }
  return (
    <form
      ref={form}
      className={styles.skipForm}
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onDone();
      }}
    >
      <Field
        label={t(mandatory ? 'procedure.motive' : 'procedure.motiveIfAny')}
        hint={t(mandatory ? 'procedure.motiveTold' : 'procedure.motiveHint')}
        value={motive}
        maxLength={1_000}
        required={mandatory}
        onChange={({ target }) => setMotive(target.value)}
      />
      <div className={styles.answers}>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
        <Button type="submit" look="primary" disabled={mandatory && motive.trim() === ''}>
          {t('procedure.skip')}
        </Button>
      </div>
    </form>
  );
}
