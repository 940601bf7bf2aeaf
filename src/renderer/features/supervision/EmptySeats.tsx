import { Unplug } from 'lucide-react';
import type { SeatState } from '../../../shared/seat/presence.ts';
import type { SeatSeen } from '../../../shared/seat/seen.ts';
import { millis } from '../../../shared/wire/time.ts';
import { momentOf, useLanguage } from '../../lib/i18n/index.tsx';
import { classes, Icon } from '../../ui/index.ts';
import { shortSeat } from '../seats/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import styles from './Room.module.css';

interface EmptySeatsProps {
  readonly seats: readonly { readonly seen: SeatSeen; readonly state: SeatState }[];
  readonly now: number;
}

/** Seats where nobody sits: free, or gone or silent since when, and who was there last. */
export function EmptySeats({ seats, now }: EmptySeatsProps) {
  const { t, locale } = useLanguage();
  const people = useSession(({ view }) => view?.people) ?? [];
  const lost = ['silent', 'gone'];
  return (
    <ul className={styles.empty}>
      {seats.map(({ seen, state }) => {
        const at = state === 'silent' ? seen.heardAt : seen.since;
        const who = seen.person ?? seen.last?.person;
        const notes = [
          at === undefined ? '' : t('supervision.since', { time: momentOf(millis(at), now, locale) }),
          who === undefined ? '' : t('supervision.lastThere', { who: nameOf(people, who) }),
          seen.pending > 0 ? t('supervision.kept', { n: seen.pending }) : '',
        ];
        return (
          <li key={seen.seat} className={classes(lost.includes(state) && styles.gone)}>
            {lost.includes(state) && <Icon of={Unplug} size="small" />}
            <b>{t('supervision.atSeat', { seat: shortSeat(seen.seat) })}</b>
            <span>{t(`supervision.state.${state}`)}</span>
            <small className="quiet">{notes.filter(Boolean).join(' · ')}</small>
          </li>
        );
      })}
    </ul>
  );
}
