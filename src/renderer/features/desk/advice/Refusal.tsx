import { type FormEvent, useRef, useState } from 'react';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button, Field, useTakesFocus } from '../../../ui/index.ts';
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
  const [motive, setMotive] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useTakesFocus(form);
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const because = { motive: motive.trim() };
    if (because.motive !== '' && (await act('advice.refuse', ticket, { rule, key }, because))) onDone();
  }
  return (
    <form
      ref={form}
      className={styles.refusal}
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onDone();
      }}
    >
      <Field
        label={whyNot}
        hint={t('advice.motiveHint')}
        value={motive}
        maxLength={1_000}
        required
        onChange={({ target }) => setMotive(target.value)}
      />
      <div className={styles.ways}>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
        <Button type="submit" look="primary">
          {t('advice.send')}
        </Button>
      </div>
    </form>
  );
}
