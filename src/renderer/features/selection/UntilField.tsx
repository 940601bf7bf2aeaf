import { useState } from 'react';
import { ClockTime } from '../../../shared/lighting/local-time.ts';
import type { Until } from '../../../shared/lighting/until.ts';
import { clockMinute, useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Button, Field } from '../../ui/index.ts';
import styles from './Selection.module.css';

interface UntilFieldProps {
  readonly until: Until;
  /** when that is, ms since the epoch */
  readonly end: number;
  readonly onUntil: (until: Until) => void;
}

const MORNING = ClockTime.parse('05:30');

/** Until when: an hour, the morning, sunrise where the city's place is known, or a time. */
export function UntilField({ until, end, onUntil }: UntilFieldProps) {
  const t = useT();
  /** as it is being typed: half a time is none yet */
  const [typed, setTyped] = useState<string>();
  const ahead = useRoomData((data) => data.clock.get('room')?.aheadMinutes ?? 0);
  const hasPlace = useRoomData((data) => data.lightingPlan.get('room')?.plan !== undefined);
  const choices: readonly (readonly [string, Until])[] = [
    [t('selection.hour'), { kind: 'minutes', minutes: 60 }],
    [MORNING, { kind: 'clock', at: MORNING }],
    ...(hasPlace ? [[t('selection.dawn'), { kind: 'dawn' }] as const] : []),
  ];
  const isChosen = (one: Until) => JSON.stringify(one) === JSON.stringify(until);
  return (
    <fieldset className={styles.until} aria-label={t('selection.until')}>
      <Field
        label={t('selection.until')}
        className={styles.time}
        inputMode="numeric"
        maxLength={5}
        value={typed ?? clockMinute(end)}
        error={typed === undefined || ClockTime.safeParse(typed).success ? undefined : t('selection.timeOf')}
        onChange={({ target }) => {
          setTyped(target.value);
          const { data } = ClockTime.safeParse(target.value);
          if (data !== undefined) onUntil({ kind: 'clock', at: data });
        }}
        onBlur={() => setTyped(undefined)}
      />
      <div className={styles.choices}>
        {choices.map(([words, one]) => (
          <Button
            key={words}
            aria-pressed={isChosen(one)}
            onClick={() => {
              setTyped(undefined);
              onUntil(one);
            }}
          >
            {words}
          </Button>
        ))}
      </div>
      {ahead !== 0 && (
        <p className="quiet small">{t('selection.there', { time: clockMinute(end + ahead * 60_000) })}</p>
      )}
    </fieldset>
  );
}
