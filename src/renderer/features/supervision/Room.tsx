import { useState } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { EmptyState, LoadingState, Section } from '../../ui/index.ts';
import { useAlarmLoadOf } from '../alarms/index.ts';
import { useDesk, useViewer } from '../desk/index.ts';
import { EmptySeats } from './EmptySeats.tsx';
import { PersonRow } from './PersonRow.tsx';
import { QueueHealth } from './QueueHealth.tsx';
import styles from './Room.module.css';
import { TransferBar } from './TransferBar.tsx';
import { useRoom } from './use-room.ts';

interface RoomProps {
  /** brings a ticket before the operator */
  readonly onTicket: (ticket: string) => void;
}

/** « Salle »: who sits where and holds what, and how the queue stands. All may look, supervisors act. */
export function Room({ onTicket }: RoomProps) {
  const t = useT();
  const loaded = useDesk((desk) => desk.loaded);
  const { me } = useViewer();
  const { now, people, empty, queue, unownedP1 } = useRoom();
  const alarmLoadOf = useAlarmLoadOf();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (!loaded) return <LoadingState title={t('common.loading')} />;
  const acts = me?.role === 'supervisor';
  const held = people.flatMap((load) => load.held);
  const picked = held.filter(({ id }) => chosen.has(id));
  const choose = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  return (
    <>
      <Section title={t('supervision.queue')}>
        <QueueHealth queue={queue} unownedP1={unownedP1} onTicket={onTicket} />
      </Section>
      <Section title={t('supervision.people')} aside={t('supervision.peopleCount', { n: people.length })}>
        {people.length === 0 ? (
          <EmptyState title={t('supervision.nobody')} detail={t('supervision.nobodyDetail')} />
        ) : (
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{t('supervision.person')}</th>
                <th>{t('supervision.seat')}</th>
                <th>{t('supervision.holds')}</th>
                <th className={styles.figure}>{t('supervision.oldest')}</th>
                <th className={styles.figure}>{t('supervision.alarms')}</th>
                <th className={styles.figure}>{t('supervision.pending')}</th>
              </tr>
            </thead>
            {people.map((load) => (
              <PersonRow
                key={load.id}
                load={load}
                alarms={load.where.seats[0] && alarmLoadOf(load.where.seats[0].seat)}
                now={now}
                chosen={acts ? chosen : undefined}
                onChoose={choose}
                onTicket={onTicket}
              />
            ))}
          </table>
        )}
      </Section>
      {empty.length > 0 && (
        <Section title={t('supervision.empty')}>
          <EmptySeats seats={empty} now={now} />
        </Section>
      )}
      {acts && picked.length > 0 && <TransferBar tickets={picked} onDone={() => setChosen(new Set())} />}
    </>
  );
}
