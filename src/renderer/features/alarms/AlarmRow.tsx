import type { Alarm } from '../../../shared/alarm/model.ts';
import { isChattering, isStale } from '../../../shared/alarm/nuisance.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { Chip, classes, PriorityMark } from '../../ui/index.ts';
import { useSession } from '../session/index.ts';
import { AlarmActions, type Gestures } from './AlarmActions.tsx';
import styles from './AlarmRow.module.css';
import { waits } from './lists.ts';
import { handWords, sourceWords, timeWords } from './words.ts';

interface AlarmRowProps {
  readonly alarm: Alarm;
  /** the one that keys mean */
  readonly chosen: boolean;
  readonly gestures: Gestures;
  readonly onChoose: () => void;
}

const NOBODY = [] as const;

/** One alarm: what, where, how it stands, who has seen to it, and what can be done. */
export function AlarmRow({ alarm, chosen, gestures, onChoose }: AlarmRowProps) {
  const { t, locale } = useLanguage();
  const now = useNow();
  const people = useSession(({ view }) => view?.people) ?? NOBODY;
  const speaker = { t, locale, people, now };
  const { id, state, priority, title, place, occurrences } = alarm;
  return (
    <li data-alarm={id} className={classes(styles.row, chosen && styles.chosen)} onFocus={onChoose}>
      <PriorityMark priority={priority} label={t(`priority.${priority}`)} />
      <div className={styles.what}>
        <b className={styles.title}>{title}</b>
        <span>{place.label}</span>
        <span className="quiet">{sourceWords(t, alarm)}</span>
      </div>
      <div className={styles.how}>
        <span className={styles.state}>
          {waits(alarm) ? <b>{t(`alarms.state.${state}`)}</b> : t(`alarms.state.${state}`)}
          {occurrences > 1 && <Chip>{t('alarms.times', { n: occurrences })}</Chip>}
          {isChattering(alarm, now) && <Chip>{t('alarms.chattering')}</Chip>}
          {isStale(alarm, now) && <Chip kind="stale">{t('alarms.stale')}</Chip>}
        </span>
        <span className="quiet figures">{timeWords(speaker, alarm)}</span>
        {handWords(speaker, alarm).map((line) => (
          <span key={line} className={styles.hand}>
            {line}
          </span>
        ))}
      </div>
      <AlarmActions alarm={alarm} chosen={chosen} gestures={gestures} />
    </li>
  );
}
