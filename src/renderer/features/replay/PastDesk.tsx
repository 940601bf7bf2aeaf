import { useMemo } from 'react';
import { alarmsAt, type TicketThen, ticketsAt } from '../../../shared/ticket/past.ts';
import type { PastAlarm } from '../../../shared/wire/past-desk.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockMinute, roundMinutes, useT } from '../../lib/i18n/index.tsx';
import { PriorityMark, Section } from '../../ui/index.ts';
import { kindOf, shortRef } from '../desk/index.ts';
import styles from './Replay.module.css';
import { useReplay } from './store.ts';

const MINUTE_MS = 60_000;
const NONE = [] as const;

/** The interventions that were open at the moment that is shown. */
export function useTicketsThen(): readonly TicketThen[] {
  const desk = useReplay((replay) => replay.desk);
  const at = useReplay((replay) => Math.floor(replay.at / MINUTE_MS) * MINUTE_MS);
  return useMemo(() => (desk?.kind === 'found' ? ticketsAt(desk.tickets, at) : NONE), [desk, at]);
}

interface PastDeskProps {
  /** the one that is looked at */
  readonly ticket: string | undefined;
  readonly onTicket: (ticket: string) => void;
}

/** Which interventions were open and which alarms stood at the moment that is shown: of persons nothing. */
export function PastDesk({ ticket, onTicket }: PastDeskProps) {
  const t = useT();
  const desk = useReplay((replay) => replay.desk);
  const at = useReplay((replay) => Math.floor(replay.at / MINUTE_MS) * MINUTE_MS);
  const tickets = useTicketsThen();
  if (desk === undefined)
    return (
      <Section title={t('replay.tickets')}>
        <p className="quiet" role="status">
          {t('replay.desk.asking')}
        </p>
      </Section>
    );
  if (desk.kind !== 'found')
    return (
      <Section title={t('replay.tickets')}>
        <p role="status">{t(desk.kind === 'refused' ? 'replay.desk.refused' : 'replay.desk.unread')}</p>
      </Section>
    );
  const alarms = alarmsAt(desk.alarms, at);
  return (
    <>
      <Section title={t('replay.tickets')}>
        {tickets.length === 0 && <p className="quiet">{t('replay.noTickets')}</p>}
        <ul className={styles.desk}>
          {tickets.map((then) => (
            <TicketLine
              key={then.ticket.id}
              then={then}
              isOpen={then.ticket.id === ticket}
              onTicket={onTicket}
            />
          ))}
        </ul>
        <p className="quiet">{t('replay.nobody')}</p>
      </Section>
      <Section title={t('replay.alarms')}>
        {alarms.length === 0 && <p className="quiet">{t('replay.noAlarms')}</p>}
        <ul className={styles.desk}>
          {alarms.map((alarm) => (
            <AlarmLine key={`${alarm.id} ${alarm.raisedAt}`} alarm={alarm} at={at} />
          ))}
        </ul>
      </Section>
    </>
  );
}

interface TicketLineProps {
  readonly then: TicketThen;
  readonly isOpen: boolean;
  readonly onTicket: (ticket: string) => void;
}

function TicketLine({ then: { ticket, priority, taken, age }, isOpen, onTicket }: TicketLineProps) {
  const t = useT();
  const { id, kind, place, openedAt } = ticket;
  return (
    <li>
      <button type="button" aria-pressed={isOpen} onClick={() => onTicket(id)}>
        <PriorityMark priority={priority} />
        <span>
          <strong>{`P${priority} · ${kindOf(t, kind)}`}</strong> {shortRef(ticket, t)}
          <small>{[place.street, place.commune].filter(Boolean).join(' · ') || t('replay.noPlace')}</small>
          <small>
            {t('replay.ticketThen', { time: clockMinute(millis(openedAt)), age: roundMinutes(age) })}{' '}
            {t(taken ? 'replay.taken' : 'replay.untaken')}
          </small>
        </span>
      </button>
    </li>
  );
}

function AlarmLine({ alarm, at }: { readonly alarm: PastAlarm; readonly at: number }) {
  const t = useT();
  const { priority, title, lamps, place, raisedAt } = alarm;
  return (
    <li className={styles.alarmThen}>
      <PriorityMark priority={priority} />
      <span>
        <strong>{`P${priority} · ${title}`}</strong>
        <small>{[place.street, place.commune].filter(Boolean).join(' · ')}</small>
        <small>
          {t('replay.alarmThen', {
            time: clockMinute(millis(raisedAt)),
            age: roundMinutes(at - millis(raisedAt)),
            n: lamps,
          })}
        </small>
      </span>
    </li>
  );
}
