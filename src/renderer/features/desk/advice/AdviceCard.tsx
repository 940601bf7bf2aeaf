import { GitMerge } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useT } from '../../../lib/i18n/index.tsx';
import { useShortcut } from '../../../lib/keys/index.ts';
import { Button, Field, Icon, useTakesFocus } from '../../../ui/index.ts';
import { useDesk } from '../board.ts';
import type { Row } from '../model.ts';
import { shortRef } from '../words.ts';
import styles from './AdviceCard.module.css';
import { type Proposal, useAdvice } from './use-advice.ts';
import { reasonWords } from './words.ts';

/** What a rule proposes for the open ticket, why, and what would change it: one key follows it, one refuses it. */
export function AdviceCard({ row }: { readonly row: Row }) {
  const [first, ...more] = useAdvice(row);
  return first === undefined ? null : <Duplicate row={row} more={more.length} {...first} />;
}

function Duplicate({ row, more, advice, other }: Proposal & { readonly row: Row; readonly more: number }) {
  const t = useT();
  const act = useDesk((desk) => desk.act);
  const show = useDesk((desk) => desk.show);
  const [refusing, setRefusing] = useState(false);
  const { merge, into, reasons, limits } = advice;
  const stays = into === row.ticket.id ? row.ticket : other.ticket;
  const accept = async () => {
    if (await act('ticket.merge', merge, { into })) show(into);
  };
  useShortcut({ keys: 'd', shown: 'D', label: 'advice.key.accept', run: () => void accept() });
  useShortcut({ keys: 'i', shown: 'I', label: 'advice.key.refuse', run: () => setRefusing(true) });
  return (
    <section className={styles.card} aria-label={t('advice.title')}>
      <Icon of={GitMerge} className={styles.icon} />
      <div className="grow">
        <b>{t('advice.duplicate', { ref: shortRef(other.ticket, t) })}</b>
        {more > 0 && <span className="quiet"> {t('advice.more', { n: more })}</span>}
        <p>
          {other.ticket.title}, {other.ticket.place.label}
        </p>
        <p className={styles.why}>{reasons.map((reason) => reasonWords(t, reason)).join(' · ')}</p>
        <p className={styles.limits}>{t('advice.limits', { ...limits })}</p>
        {refusing ? (
          <Refusal row={row} other={other.ticket.id} onDone={() => setRefusing(false)} />
        ) : (
          <div className={styles.ways}>
            <Button shortcut="D" onClick={() => void accept()}>
              {t('advice.merge', { ref: shortRef(stays, t) })}
            </Button>
            <Button look="bare" shortcut="I" onClick={() => setRefusing(true)}>
              {t('advice.refuse')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

interface RefusalProps {
  readonly row: Row;
  readonly other: string;
  readonly onDone: () => void;
}

/** Why the advice is wrong: kept with the ticket, for whoever judges the rule. */
function Refusal({ row, other, onDone }: RefusalProps) {
  const t = useT();
  const act = useDesk((desk) => desk.act);
  const [motive, setMotive] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useTakesFocus(form);
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (motive.trim() === '') return;
    if (await act('advice.refuse', row.ticket.id, { rule: 'duplicate', other }, motive.trim())) onDone();
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
        label={t('advice.motive')}
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
