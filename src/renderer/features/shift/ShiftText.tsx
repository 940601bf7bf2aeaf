import type { Shift } from '../../../shared/shift/model.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { momentOf, useLanguage, wholeDuration } from '../../lib/i18n/index.tsx';
import { Chip, classes } from '../../ui/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import { MatterList } from './MatterList.tsx';
import styles from './Shift.module.css';
import { useShifts } from './use-shifts.ts';

interface ShiftTextProps {
  readonly shift: Shift;
  /** brings a ticket before the operator; nothing is opened from paper */
  readonly onTicket?: ((ticket: string) => void) | undefined;
}

/** What there is to read of a handover: from whom to whom, how it stands, the note, what was open. */
export function ShiftText({ shift, onTicket }: ShiftTextProps) {
  const { t, locale } = useLanguage();
  const now = useNow();
  const people = useSession(({ view }) => view?.people) ?? [];
  const { pending } = useShifts();
  const { from, to, note, matters, unconfirmed, state, offeredAt, answeredAt, motive, tickets } = shift;
  const onPaper = onTicket === undefined;
  const unanswered = !onPaper && state === 'offered' && shift.unansweredAt !== undefined;
  const names = { from: nameOf(people, from.person), to: nameOf(people, to) };
  const passed = new Set<string>(tickets);
  const stayed = matters.filter((matter) => matter.kind === 'ticket' && !passed.has(matter.ticket)).length;
  return (
    <>
      <h4 className={styles.title}>
        {t('shift.fromTo', names)}
        {pending.some(({ ticket }) => ticket === shift.id) && (
          <Chip kind="pending">{t('desk.unconfirmed')}</Chip>
        )}
      </h4>
      <p className={classes(unanswered && styles.late)}>
        {t(`shift.state.${onPaper && state === 'offered' ? 'onPaper' : state}`, {
          time: momentOf(millis(answeredAt ?? offeredAt), now, locale),
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
    </>
  );
}
