import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { AlarmLoad } from '../../../shared/alarm/load.ts';
import type { PersonLoad } from '../../../shared/supervision/room.ts';
import type { Priority } from '../../../shared/ticket/model.ts';
import { millis } from '../../../shared/wire/time.ts';
import { queueAge, useLanguage } from '../../lib/i18n/index.tsx';
import { Button, classes, Icon, PriorityMark } from '../../ui/index.ts';
import { isLoud } from '../alarms/index.ts';
import { shortName } from '../session/index.ts';
import { HeldTickets } from './HeldTickets.tsx';
import styles from './Room.module.css';
import { Where } from './Where.tsx';

interface PersonRowProps {
  readonly load: PersonLoad;
  /** what alarms ask of the seat; undefined where they sit nowhere */
  readonly alarms: AlarmLoad | undefined;
  readonly now: number;
  /** tickets chosen so far; undefined where nothing is to be chosen */
  readonly chosen: ReadonlySet<string> | undefined;
  readonly onChoose: (tickets: readonly string[], on: boolean) => void;
  readonly onTicket: (ticket: string) => void;
}

/** One person; their tickets beneath when they are asked for, and at once where nobody sees to them. */
export function PersonRow({ load, alarms, now, chosen, onChoose, onTicket }: PersonRowProps) {
  const { t, locale } = useLanguage();
  const [wanted, setWanted] = useState<boolean>();
  const list = useId();
  const { id, person, held, counts, pending, orphaned } = load;
  const open = held.length > 0 && (wanted ?? orphaned);
  const oldest = held.toSorted((a, b) => a.openedAt.localeCompare(b.openedAt))[0];
  const name = person === undefined ? id : shortName(person.name);
  return (
    <tbody className={classes(orphaned && styles.orphaned)}>
      <tr>
        <th scope="row" className={styles.name}>
          {held.length === 0 ? (
            <span className={styles.plain}>{name}</span>
          ) : (
            <Button look="bare" aria-expanded={open} aria-controls={list} onClick={() => setWanted(!open)}>
              <Icon of={open ? ChevronDown : ChevronRight} size="small" />
              {name}
            </Button>
          )}
          {person !== undefined && person.role !== 'operator' && (
            <span className={styles.role}> {t(`role.${person.role}`)}</span>
          )}
        </th>
        <td>
          <Where load={load} now={now} />
        </td>
        <td>
          <span className={styles.counts}>
            {counts.map((count, n) => {
              const priority = (n + 1) as Priority;
              return count === 0 ? null : (
                <span key={priority}>
                  <PriorityMark priority={priority} size="small" label={t(`priority.${priority}`)} /> {count}
                </span>
              );
            })}
            {held.length === 0 && <span className="quiet">{t('supervision.holdsNothing')}</span>}
          </span>
        </td>
        <td className={styles.figure}>
          {oldest === undefined ? '—' : queueAge(now - millis(oldest.openedAt), oldest.priority, locale)}
        </td>
        <td className={classes(styles.figure, alarms !== undefined && isLoud(alarms.grade) && styles.loud)}>
          {alarms === undefined ? '—' : t('alarms.load.tenMinutes', { n: alarms.tenMinutes })}
          {alarms !== undefined && isLoud(alarms.grade) && ` · ${t(`alarms.load.${alarms.grade}`)}`}
        </td>
        <td className={classes(styles.figure, pending > 0 && 'stale')}>{pending === 0 ? '—' : pending}</td>
      </tr>
      {open && (
        <tr>
          <td colSpan={6} id={list} className={styles.held}>
            <HeldTickets
              name={name}
              tickets={held}
              orphaned={orphaned}
              now={now}
              chosen={chosen}
              onChoose={onChoose}
              onTicket={onTicket}
            />
          </td>
        </tr>
      )}
    </tbody>
  );
}
