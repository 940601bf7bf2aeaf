import type { QueueHealth as Health } from '../../../shared/supervision/room.ts';
import type { Ticket } from '../../../shared/ticket/model.ts';
import { queueAge, useLanguage } from '../../lib/i18n/index.tsx';
import { Button, classes, PriorityMark } from '../../ui/index.ts';
import { shortRef } from '../desk/index.ts';
import styles from './Room.module.css';

interface QueueHealthProps {
  readonly queue: readonly Health[];
  readonly unownedP1: readonly Ticket[];
  readonly onTicket: (ticket: string) => void;
}

/** How many wait of each priority, how many longer than the target of their kind, how many are in hand; and every P1 that nobody has. */
export function QueueHealth({ queue, unownedP1, onTicket }: QueueHealthProps) {
  const { t, locale } = useLanguage();
  return (
    <>
      <ul className={styles.queue}>
        {queue.map(({ priority, waiting, inHand, late, oldest }) => (
          <li key={priority} className={styles.cell}>
            <PriorityMark priority={priority} />
            <span>
              <b>{t('supervision.waiting', { priority: t(`priority.${priority}`), n: waiting })}</b>
              <small className={classes(late > 0 && styles.late)}>
                {waiting > 0 && `${t('supervision.late', { n: late })} · `}
                {oldest !== undefined &&
                  `${t('supervision.oldestWaits', { age: queueAge(oldest, priority, locale) })} · `}
                {t('supervision.inHand', { n: inHand })}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {unownedP1.length > 0 && (
        <ul className={styles.alone}>
          {unownedP1.map((ticket) => (
            <li key={ticket.id}>
              <PriorityMark priority={1} />
              <span className="grow cut">
                <b>{t('supervision.unownedP1')}</b> {shortRef(ticket, t)} · {ticket.title} ·{' '}
                {ticket.place.label}
              </span>
              <Button onClick={() => onTicket(ticket.id)}>{t('supervision.open')}</Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
