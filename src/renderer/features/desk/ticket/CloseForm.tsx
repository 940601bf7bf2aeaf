import { useState } from 'react';
import { answersForSteps, owedOn } from '../../../../shared/procedure/owed.ts';
import { Outcome } from '../../../../shared/ticket/model.ts';
import type { SkippedAtClosing } from '../../../../shared/wire/command.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { useRoomData } from '../../../lib/room-data/index.ts';
import { chooseByDigit, Field } from '../../../ui/index.ts';
import type { Row } from '../model.ts';
import { ComposerForm } from './ComposerForm.tsx';
import { Recall } from './Recall.tsx';
import styles from './Ticket.module.css';

/** « duplicate » is what merging says; it is not chosen here. */
const OUTCOMES = Outcome.options.filter((outcome) => outcome !== 'duplicate');

/** How it ended, and why mandatory steps were not done where some were not: the supervisor is told. */
export function CloseForm({ row }: { readonly row: Row }) {
  const t = useT();
  const [outcome, setOutcome] = useState<Outcome>('done');
  const [note, setNote] = useState('');
  const [motive, setMotive] = useState('');
  const owed = owedOn(useRoomData((data) => data.procedure).values(), row.ticket);
  const skipped = answersForSteps(outcome) ? owed : undefined;
  const why = motive.trim();
  const args = {
    outcome,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(skipped === undefined ? {} : { skipped }),
  };
  return (
    <ComposerForm
      row={row}
      op="ticket.close"
      args={skipped !== undefined && why === '' ? undefined : args}
      motive={skipped === undefined ? undefined : why}
      submit={t('desk.close.send')}
    >
      <fieldset className={styles.outcomes} onKeyDown={(event) => chooseByDigit(event, OUTCOMES, setOutcome)}>
        <legend className={styles.legend}>{t('desk.close.label')}</legend>
        {OUTCOMES.map((value, n) => (
          <label key={value} className={styles.outcome}>
            <input
              type="radio"
              name="outcome"
              value={value}
              checked={value === outcome}
              onChange={() => setOutcome(value)}
            />
            {t('desk.close.choice', { n: n + 1, outcome: t(`desk.outcome.${value}`) })}
          </label>
        ))}
      </fieldset>
      <Recall ticket={row.ticket} />
      {skipped !== undefined && <Owed of={skipped} motive={motive} onMotive={setMotive} />}
      <Field
        label={t('desk.close.note')}
        hint={t('desk.close.hint')}
        value={note}
        maxLength={4_000}
        onChange={(event) => setNote(event.target.value)}
      />
    </ComposerForm>
  );
}

interface OwedProps {
  readonly of: SkippedAtClosing;
  readonly motive: string;
  readonly onMotive: (motive: string) => void;
}
function Owed({ of: { steps }, motive, onMotive }: OwedProps) {
  const t = useT();
  return (
    <div className={styles.owed}>
      <p>{t('desk.close.owed', { n: steps.length })}</p>
      <ul>
        {steps.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <Field
        label={t('desk.close.motive', { n: steps.length })}
        hint={t('desk.close.motiveHint')}
        value={motive}
        maxLength={1_000}
        required
        onChange={({ target }) => onMotive(target.value)}
      />
    </div>
  );
}
