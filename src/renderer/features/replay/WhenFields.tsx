import { useState } from 'react';
import { ClockTime, type Day } from '../../../shared/lighting/local-time.ts';
import { clockMinute, useT } from '../../lib/i18n/index.tsx';
import { Field } from '../../ui/index.ts';
import { dayOfWords, momentOfNight, type NightPlace, type ReplayNight, wordsOfDay } from './nights.ts';
import styles from './Replay.module.css';
import { useReplay } from './store.ts';

interface WhenFieldsProps {
  readonly night: ReplayNight;
  readonly place: NightPlace;
  /** there is no later night yet */
  readonly latest: Day | undefined;
  readonly onNight: (day: Day) => void;
}

/** Any evening, and any time of its night, typed: « 24/11/2026 », « 02:10 ». */
export function WhenFields({ night, place, latest, onNight }: WhenFieldsProps) {
  const t = useT();
  const at = useReplay((replay) => replay.at);
  const seek = useReplay((replay) => replay.seek);
  /** as they are being typed: half a date is none yet */
  const [day, setDay] = useState<string>();
  const [clock, setClock] = useState<string>();
  const isDay = (words: string): boolean => {
    const known = dayOfWords(words);
    return known !== undefined && (latest === undefined || known <= latest);
  };
  return (
    <div className={styles.when}>
      <Field
        label={t('replay.evening')}
        hint={t('replay.eveningHint')}
        inputMode="numeric"
        maxLength={10}
        value={day ?? wordsOfDay(night.day)}
        error={day === undefined || isDay(day) ? undefined : t('replay.dayOf')}
        onChange={({ target: { value } }) => {
          setDay(value);
          const known = isDay(value) ? dayOfWords(value) : undefined;
          if (known !== undefined && known !== night.day) onNight(known);
        }}
        onBlur={() => setDay(undefined)}
      />
      <Field
        label={t('replay.clock')}
        inputMode="numeric"
        maxLength={5}
        value={clock ?? clockMinute(at)}
        error={clock === undefined || ClockTime.safeParse(clock).success ? undefined : t('replay.timeOf')}
        onChange={({ target: { value } }) => {
          setClock(value);
          const { data } = ClockTime.safeParse(value);
          if (data !== undefined) seek(momentOfNight(night, data, place));
        }}
        onBlur={() => setClock(undefined)}
      />
    </div>
  );
}
