import { ClockAlert, PlugZap } from 'lucide-react';
import type { Ref } from 'react';
import { millis } from '../../../../shared/wire/time.ts';
import { useNow } from '../../../lib/clock/index.ts';
import { queueAge, useLanguage } from '../../../lib/i18n/index.tsx';
import { Chip, Icon, PriorityMark } from '../../../ui/index.ts';
import { useDue } from '../due.ts';
import type { Row } from '../model.ts';
import { returnedWords, sourceOf } from '../words.ts';
import styles from './Ticket.module.css';

interface TicketHeadProps {
  readonly row: Row;
  /** may have the focus: there one reads what has been opened, and Tab goes on to what can be done */
  readonly title: Ref<HTMLHeadingElement>;
}

/** What it is, where, where it came from, and how long it has lasted. */
export function TicketHead({ row: { ticket, confirmed }, title }: TicketHeadProps) {
  const { t, locale } = useLanguage();
  const now = useNow();
  const due = useDue(ticket);
  const until = ticket.closedAt === undefined ? now : millis(ticket.closedAt);
  const { street, commune, label } = ticket.place;
  const around = [street, commune].filter((part) => part !== undefined && !label.includes(part)).join(', ');
  return (
    <header className={styles.head}>
      <PriorityMark priority={ticket.priority} size="large" />
      <div className="grow">
        <p className={styles.meta}>
          <span className="id">{ticket.ref ?? t('desk.noRef')}</span>
          <span>{t(`priority.${ticket.priority}`)}</span>
          {confirmed === undefined ? (
            <Chip kind="pending">{t('desk.unconfirmed')}</Chip>
          ) : (
            <span className="cut">{sourceOf(t, ticket)}</span>
          )}
        </p>
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          {ticket.title}
        </h2>
        <p className={styles.place}>
          {label}
          {around !== '' && <span className="quiet"> · {around}</span>}
        </p>
      </div>
      <div className={styles.age}>
        <b>{queueAge(until - millis(ticket.openedAt), ticket.priority, locale)}</b>
      </div>
      {ticket.returned !== undefined && ticket.state !== 'closed' && (
        <p className={styles.due}>
          <strong>
            <Icon of={PlugZap} size="small" /> {returnedWords(t, ticket.returned)}
          </strong>
        </p>
      )}
      {/* A line of its own: beside the title it would leave it no room. */}
      {due !== undefined && (
        <p className={styles.due}>
          <span className={due.isPast ? styles.late : 'quiet small'} data-priority={ticket.priority}>
            {due.isPast && <Icon of={ClockAlert} size="small" />}
            {due.words}
          </span>
        </p>
      )}
    </header>
  );
}
