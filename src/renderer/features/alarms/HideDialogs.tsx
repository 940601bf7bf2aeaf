import { useId, useState } from 'react';
import type { Alarm } from '../../../shared/alarm/model.ts';
import { useNow } from '../../lib/clock/index.ts';
import { clockTime, type Translate, useT } from '../../lib/i18n/index.tsx';
import { chooseByDigit, classes, MotiveDialog } from '../../ui/index.ts';
import styles from './HideDialogs.module.css';
import { useAlarmAct } from './use-alarm-act.ts';

interface HideProps {
  readonly alarm: Alarm;
  readonly onClose: () => void;
}

const HOUR = 60;
/** min; those beyond what the room allows are not offered. */
const DURATIONS = [15, 30, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR] as const;
const USUAL = 30;

const durationWords = (t: Translate, minutes: number): string =>
  minutes < HOUR
    ? t('alarms.shelve.minutes', { n: minutes })
    : t('alarms.shelve.hours', { n: minutes / HOUR });

/** What both ways of hiding an alarm ask alike. */
const askedBy = (t: Translate) => ({
  closeLabel: t('common.close'),
  label: t('alarms.shelve.motive'),
  hint: t('alarms.shelve.motiveHint'),
  cancel: t('common.cancel'),
});

/** For how long an alarm is silent, and why. */
export function ShelveDialog({ alarm, onClose }: HideProps) {
  const t = useT();
  const act = useAlarmAct();
  const now = useNow();
  const name = useId();
  const allowed = DURATIONS.filter((minutes) => minutes <= alarm.shelfMinutes);
  const durations = allowed.length > 0 ? allowed : [alarm.shelfMinutes];
  const [minutes, setMinutes] = useState<number>(durations.includes(USUAL) ? USUAL : durations[0]!);
  return (
    <MotiveDialog
      {...askedBy(t)}
      title={t('alarms.shelve.title', { title: alarm.title })}
      what={t('alarms.shelve.what')}
      send={t('alarms.shelve.send', { time: clockTime(now + minutes * 60_000) })}
      onSend={(motive) => act(alarm, 'alarm.shelve', { args: { minutes }, motive })}
      onClose={onClose}
    >
      <fieldset
        className={styles.durations}
        onKeyDown={(event) => chooseByDigit(event, durations, setMinutes)}
      >
        <legend className={styles.legend}>{t('alarms.shelve.duration', { n: durations.length })}</legend>
        {durations.map((each, i) => (
          <label key={each} className={classes(styles.duration, each === minutes && styles.chosen)}>
            <input
              type="radio"
              name={name}
              checked={each === minutes}
              onChange={() => setMinutes(each)}
              className={styles.radio}
            />
            {t('alarms.shelve.choice', { n: i + 1, duration: durationWords(t, each) })}
          </label>
        ))}
      </fieldset>
    </MotiveDialog>
  );
}

/** Silent without an end: why. */
export function OutOfServiceDialog({ alarm, onClose }: HideProps) {
  const t = useT();
  const act = useAlarmAct();
  return (
    <MotiveDialog
      {...askedBy(t)}
      title={t('alarms.out.title', { title: alarm.title })}
      what={t('alarms.out.what')}
      send={t('alarms.out.send')}
      onSend={(motive) => act(alarm, 'alarm.outOfService', { motive })}
      onClose={onClose}
    />
  );
}
