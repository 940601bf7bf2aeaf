import { type FormEvent, useState } from 'react';
import type { Shift } from '../../../shared/shift/model.ts';
import { UNANSWERED_MS } from '../../../shared/shift/summary.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { momentOf, useLanguage, wholeDuration } from '../../lib/i18n/index.tsx';
import { Button, Chip, classes, Field } from '../../ui/index.ts';
import { useDesk, useViewer } from '../desk/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import { MatterList } from './MatterList.tsx';
import styles from './Shift.module.css';
import { useShifts } from './use-shifts.ts';

interface ShiftCardProps {
  readonly shift: Shift;
  readonly onTicket: (ticket: string) => void;
}

/** A handover to be read: from whom to whom, how it stands, the note, what was open; and its answer, where it is ours. */
export function ShiftCard({ shift, onTicket }: ShiftCardProps) {
  const { t, locale } = useLanguage();
  const now = useNow();
  const people = useSession(({ view }) => view?.people) ?? [];
  const { pending } = useShifts();
  const { from, to, note, matters, unconfirmed, state, offeredAt, answeredAt, motive, tickets } = shift;
  const unanswered = state === 'offered' && now - millis(offeredAt) >= UNANSWERED_MS;
  const names = { from: nameOf(people, from.person), to: nameOf(people, to) };
  const time = (at: typeof offeredAt) => momentOf(millis(at), now, locale);
  const passed = new Set<string>(tickets);
  const stayed = matters.filter((matter) => matter.kind === 'ticket' && !passed.has(matter.ticket)).length;
  return (
    <article className={styles.card}>
      <h4 className={styles.title}>
        {t('shift.fromTo', names)}
        {pending.some(({ ticket }) => ticket === shift.id) && (
          <Chip kind="pending">{t('desk.unconfirmed')}</Chip>
        )}
      </h4>
      <p className={classes(unanswered && styles.late)}>
        {t(`shift.state.${state}`, {
          time: time(answeredAt ?? offeredAt),
          age: wholeDuration(now - millis(offeredAt), locale),
          n: tickets.length,
        })}
        {motive !== undefined && ` ${t('shift.because', { motive })}`}
      </p>
      {note !== '' && <blockquote className={styles.note}>{note}</blockquote>}
      {unconfirmed > 0 && <p className="stale">{t('shift.unconfirmed', { n: unconfirmed })}</p>}
      <MatterList matters={matters} owner={state === 'accepted' ? to : from.person} onTicket={onTicket} />
      {state === 'accepted' && stayed > 0 && (
        <p className={styles.late}>{t('shift.stayed', { n: stayed, who: names.from })}</p>
      )}
      {state === 'offered' && <Answer shift={shift} />}
    </article>
  );
}

/** Accepting takes all at once; declining says why; who offered it, or a supervisor, may withdraw it. */
function Answer({ shift: { id, from, to, tickets } }: { readonly shift: Shift }) {
  const { t } = useLanguage();
  const { me } = useViewer();
  const act = useDesk((desk) => desk.act);
  const { pending } = useShifts();
  const [declining, setDeclining] = useState(false);
  const [motive, setMotive] = useState('');
  if (pending.some(({ ticket }) => ticket === id)) return null;
  if (to !== me?.id)
    return from.person === me?.id || me?.role === 'supervisor' ? (
      <div className={styles.ways}>
        <Button onClick={() => void act('shift.withdraw', id)}>{t('shift.withdraw')}</Button>
      </div>
    ) : null;
  const decline = (event: FormEvent) => {
    event.preventDefault();
    if (motive.trim() !== '') void act('shift.decline', id, {}, { motive: motive.trim() });
  };
  return (
    <>
      <div className={styles.ways}>
        <Button size="large" look="primary" onClick={() => void act('shift.accept', id)}>
          {t('shift.accept', { n: tickets.length })}
        </Button>
        <Button size="large" aria-expanded={declining} onClick={() => setDeclining(!declining)}>
          {t('shift.decline')}
        </Button>
      </div>
      {declining && (
        <form className={styles.decline} onSubmit={decline}>
          <Field
            label={t('shift.declineWhy')}
            value={motive}
            maxLength={1_000}
            autoFocus
            onChange={(event) => setMotive(event.target.value)}
          />
          <Button type="submit" disabled={motive.trim() === ''}>
            {t('shift.decline')}
          </Button>
        </form>
      )}
    </>
  );
}
