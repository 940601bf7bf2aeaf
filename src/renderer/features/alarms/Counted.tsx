import type { Announcement } from '../../../shared/alarm/announced.ts';
import { clockTime, useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Button } from '../../ui/index.ts';
import { shortRef, useDesk } from '../desk/index.ts';
import styles from './LoadMeters.module.css';
import { useCounted } from './use-load.ts';
import { sourceWords } from './words.ts';

/** More are a number: who is flooded reads no list. */
const MOST = 10;

/** What the load of this seat counts, by name and time: tickets that ring count too, where no alarm stands. */
export function Counted({ onTicket }: { readonly onTicket: (ticket: string) => void }) {
  const t = useT();
  const all = useCounted();
  if (all.length === 0) return null;
  const tickets = all.filter(({ what }) => what === 'ticket').length;
  return (
    <section className={styles.counted} aria-label={t('alarms.load.counted')}>
      <p>{t('alarms.load.countedAs', { tickets, alarms: all.length - tickets })}</p>
      <ul>
        {all.slice(0, MOST).map((one) => (
          <li key={`${one.id} ${one.at}`}>
            <time className="figures">{clockTime(one.at)}</time>
            <Name of={one} onTicket={onTicket} />
          </li>
        ))}
      </ul>
      {all.length > MOST && <p className="quiet">{t('alarms.load.more', { n: all.length - MOST })}</p>}
    </section>
  );
}

interface NameProps {
  readonly of: Announcement;
  readonly onTicket: (ticket: string) => void;
}
function Name({ of: { what, id }, onTicket }: NameProps) {
  const t = useT();
  const alarm = useRoomData((data) => data.alarm.get(id));
  const ticket = useDesk(({ tickets }) => tickets.get(what === 'alarm' ? (alarm?.ticket ?? '') : id));
  const name =
    what === 'alarm'
      ? alarm && t('alarms.load.ofAlarm', { source: sourceWords(t, alarm) })
      : ticket && `P${ticket.priority} ${shortRef(ticket, t)} ${ticket.title}`;
  if (ticket === undefined) return <span>{name}</span>;
  return (
    <Button look="bare" onClick={() => onTicket(ticket.id)}>
      {name}
    </Button>
  );
}
