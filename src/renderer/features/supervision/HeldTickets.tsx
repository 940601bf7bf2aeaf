import type { Ticket } from '../../../shared/ticket/model.ts';
import { engagedUnits } from '../../../shared/unit/engaged.ts';
import { millis } from '../../../shared/wire/time.ts';
import { queueAge, useLanguage } from '../../lib/i18n/index.tsx';
import { Button, Chip, PriorityMark } from '../../ui/index.ts';
import { shortRef, useBoard } from '../desk/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import styles from './Room.module.css';

interface HeldTicketsProps {
  /** whose they are */
  readonly name: string;
  readonly tickets: readonly Ticket[];
  readonly orphaned: boolean;
  readonly now: number;
  readonly chosen: ReadonlySet<string> | undefined;
  readonly onChoose: (tickets: readonly string[], on: boolean) => void;
  readonly onTicket: (ticket: string) => void;
}

/** What somebody holds, most urgent first; a supervisor chooses among it. */
export function HeldTickets({ name, tickets, orphaned, now, chosen, onChoose, onTicket }: HeldTicketsProps) {
  const { t, locale } = useLanguage();
  const all = tickets.map(({ id }) => id as string);
  const every = chosen !== undefined && all.every((id) => chosen.has(id));
  return (
    <>
      {orphaned && <p className={styles.warning}>{t('supervision.orphaned', { n: tickets.length })}</p>}
      <ul aria-label={t('supervision.ticketsOf', { who: name })}>
        {chosen !== undefined && tickets.length > 1 && (
          <li className={styles.ticket}>
            <label className={styles.choose}>
              <input type="checkbox" checked={every} onChange={() => onChoose(all, !every)} />
              {t('supervision.chooseAll', { n: tickets.length })}
            </label>
          </li>
        )}
        {tickets.map((ticket) => (
          <li key={ticket.id} className={styles.ticket}>
            {chosen === undefined ? (
              <span className={styles.choose}>
                <What ticket={ticket} />
              </span>
            ) : (
              <label className={styles.choose}>
                <input
                  type="checkbox"
                  checked={chosen.has(ticket.id)}
                  onChange={(event) => onChoose([ticket.id], event.target.checked)}
                />
                <What ticket={ticket} />
              </label>
            )}
            <Standing ticket={ticket} orphaned={orphaned} />
            <span className={styles.age}>
              {queueAge(now - millis(ticket.openedAt), ticket.priority, locale)}
            </span>
            <Button onClick={() => onTicket(ticket.id)}>{t('supervision.open')}</Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function What({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useLanguage();
  return (
    <>
      <PriorityMark priority={ticket.priority} size="small" label={t(`priority.${ticket.priority}`)} />
      <span className="id">{shortRef(ticket, t)}</span>
      <span className="cut">
        <b>{ticket.title}</b> <span className="quiet">· {ticket.place.label}</span>
      </span>
    </>
  );
}

/** Units out, an offer that waits, what the room has not confirmed, and what becomes of it by itself. */
function Standing({ ticket, orphaned }: { readonly ticket: Ticket; readonly orphaned: boolean }) {
  const { t } = useLanguage();
  const people = useSession(({ view }) => view?.people) ?? [];
  const unconfirmed = useBoard(({ rows }) => (rows.get(ticket.id)?.pending.length ?? 0) > 0);
  const { handoverTo } = ticket;
  const units = engagedUnits(ticket);
  return (
    <span className={styles.standing}>
      {units.length > 0 && <Chip>{t('supervision.units', { units: units.join(', ') })}</Chip>}
      {handoverTo !== undefined && <Chip>{t('desk.offeredTo', { who: nameOf(people, handoverTo) })}</Chip>}
      {unconfirmed && <Chip kind="pending">{t('desk.unconfirmed')}</Chip>}
      {orphaned && (
        <span className={units.length > 0 ? styles.stays : 'quiet'}>
          {t(units.length > 0 ? 'supervision.stays' : 'supervision.returns')}
        </span>
      )}
    </span>
  );
}
