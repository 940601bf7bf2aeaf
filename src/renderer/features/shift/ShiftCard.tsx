import type { Shift } from '../../../shared/shift/model.ts';
import { UNANSWERED_MS } from '../../../shared/shift/summary.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { momentOf, useLanguage, wholeDuration } from '../../lib/i18n/index.tsx';
import { Chip, classes } from '../../ui/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import { MatterList } from './MatterList.tsx';
import styles from './Shift.module.css';
import { ShiftAnswer } from './ShiftAnswer.tsx';
import { useShifts } from './use-shifts.ts';

interface ShiftCardProps {
  readonly shift: Shift;
  readonly onTicket: (ticket: string) => void;
  /** alone in its dialog: a key accepts it */
  readonly keyed?: boolean;
}

/** A handover to be read: from whom to whom, how it stands, the note, what was open; and its answer, where it is ours. */
export function ShiftCard({ shift, onTicket, keyed = false }: ShiftCardProps) {
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
      {state === 'offered' && <ShiftAnswer shift={shift} keyed={keyed} />}
    </article>
  );
}
