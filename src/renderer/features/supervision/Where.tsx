import { UserX } from 'lucide-react';
import { presenceOf } from '../../../shared/seat/presence.ts';
import type { PersonLoad } from '../../../shared/supervision/room.ts';
import { millis } from '../../../shared/wire/time.ts';
import { momentOf, useLanguage } from '../../lib/i18n/index.tsx';
import { Icon } from '../../ui/index.ts';
import { shortSeat, useHearing } from '../seats/index.ts';
import styles from './Room.module.css';

/** Where somebody sits and since when, how sure that is; or since when nowhere. */
export function Where({ load: { where }, now }: { readonly load: PersonLoad; readonly now: number }) {
  const { t, locale } = useLanguage();
  const hearing = useHearing();
  if (where.seats.length === 0)
    return (
      <span className={styles.nowhere}>
        <Icon of={UserX} size="small" />
        {where.leftAt === undefined
          ? t('supervision.nowhere')
          : t('supervision.nowhereSince', { time: momentOf(millis(where.leftAt), now, locale) })}
      </span>
    );
  return (
    <>
      {where.seats.map((seen) => {
        const sure = presenceOf(seen, hearing) === 'here';
        const since = seen.satAt === undefined ? '' : momentOf(millis(seen.satAt), now, locale);
        const words = t('supervision.atSeat', { seat: shortSeat(seen.seat) });
        return (
          <span key={seen.seat} className={sure ? styles.at : styles.unsure}>
            {words}
            <small className={sure ? 'quiet' : 'stale'}>
              {sure ? since !== '' && t('supervision.since', { time: since }) : t('supervision.unsure')}
            </small>
          </span>
        );
      })}
    </>
  );
}
