import { useState } from 'react';
import { promiseAtRisk } from '../../../../shared/advice/promise.ts';
import { isPromised } from '../../../../shared/ticket/promise.ts';
import { instant } from '../../../../shared/wire/time.ts';
import { useReadNow } from '../../../lib/clock/index.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { chooseByDigit, Field } from '../../../ui/index.ts';
import type { Row } from '../model.ts';
import { ComposerForm } from './ComposerForm.tsx';
import styles from './Ticket.module.css';

/** A promise to call back is made; an open one is kept or withdrawn. */
export function PromiseForm({ row }: { readonly row: Row }) {
  return isPromised(row.ticket) ? <Settle row={row} /> : <Make row={row} />;
}

/** Minutes until when somebody will be called back, by the digit that chooses them. */
const DELAYS = [15, 30, 60, 120] as const;

function Make({ row }: { readonly row: Row }) {
  const t = useT();
  const now = useReadNow();
  const [minutes, setMinutes] = useState<number>(DELAYS[1]);
  const args = { due: instant(now() + minutes * 60_000) };
  return (
    <ComposerForm row={row} op="ticket.promise" args={args} submit={t('promise.send')}>
      <Choice
        legend={t('promise.label')}
        value={minutes}
        choices={DELAYS.map((delay) => [delay, t('promise.delay', { minutes: delay })] as const)}
        onChoose={setMinutes}
      />
    </ComposerForm>
  );
}

function Settle({ row }: { readonly row: Row }) {
  const t = useT();
  const now = useReadNow();
  const [how, setHow] = useState<'keep' | 'revoke'>('keep');
  const [text, setText] = useState('');
  const words = text.trim();
  const kept = how === 'keep';
  const pressed = promiseAtRisk(row.ticket, now()) !== undefined;
  const args = kept && words !== '' ? { note: words } : {};
  return (
    <ComposerForm
      row={row}
      op={kept ? 'ticket.keep' : 'ticket.revoke'}
      args={kept || words !== '' ? args : undefined}
      motive={kept ? undefined : words}
      advice={kept && pressed ? 'promise' : undefined}
      submit={t('promise.send')}
    >
      <Choice
        legend={t('promise.settleLabel')}
        value={how}
        choices={(['keep', 'revoke'] as const).map((one) => [one, t(`desk.op.ticket.${one}`)] as const)}
        onChoose={setHow}
      />
      <Field
        label={t(kept ? 'promise.note' : 'promise.motive')}
        value={text}
        maxLength={1_000}
        onChange={(event) => setText(event.target.value)}
      />
    </ComposerForm>
  );
}

interface ChoiceProps<T> {
  readonly legend: string;
  readonly value: T;
  readonly choices: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
}

/** One of a few, by its digit, arrows or a click. */
function Choice<T extends string | number>({ legend, value, choices, onChoose }: ChoiceProps<T>) {
  const t = useT();
  return (
    <fieldset
      className={styles.outcomes}
      onKeyDown={(event) => chooseByDigit(event, choices, ([chosen]) => onChoose(chosen))}
    >
      <legend className={styles.legend}>{legend}</legend>
      {choices.map(([one, words], n) => (
        <label key={one} className={styles.outcome}>
          <input type="radio" name={legend} checked={one === value} onChange={() => onChoose(one)} />
          {t('desk.close.choice', { n: n + 1, outcome: words })}
        </label>
      ))}
    </fieldset>
  );
}
