import { useMemo } from 'react';
import { millis } from '../../../../shared/wire/time.ts';
import { momentOf, useLanguage } from '../../../lib/i18n/index.tsx';
import { useDesk } from '../board.ts';
import { ticketsOf } from '../same-number.ts';
import { shortRef } from '../words.ts';
import styles from './Ticket.module.css';
import { TicketLine } from './TicketLine.tsx';

/** The others are found by the number: what is to be done now stays in sight. */
const MOST = 2;

interface CallerHistoryProps {
  readonly ticket: string;
  readonly number: string;
}

/** What the same number has reported before, as far as this seat knows: latest first, each to be opened. */
export function CallerHistory({ ticket, number }: CallerHistoryProps) {
  const { t, locale } = useLanguage();
  const tickets = useDesk((desk) => desk.tickets);
  const others = useMemo(
    () => ticketsOf(tickets, number).filter(({ id }) => id !== ticket),
    [tickets, number, ticket],
  );
  if (others.length === 0) return null;
  return (
    <div className={styles.fact}>
      <dt>{t('calls.history')}</dt>
      <dd>
        {others.slice(0, MOST).map((other) => (
          <TicketLine
            key={other.id}
            id={other.id}
            name={`${shortRef(other, t)} ${other.title}`}
            detail={t('calls.historyDetail', {
              state: t(other.state === 'closed' ? 'calls.state.closed' : 'calls.state.open'),
              time: momentOf(millis(other.openedAt), Date.now(), locale),
            })}
          />
        ))}
        {others.length > MOST && ` ${t('desk.fact.more', { n: others.length - MOST })}`}
      </dd>
    </div>
  );
}
