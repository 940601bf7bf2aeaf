import { useState } from 'react';
import { PERIODS, type Period } from '../../../shared/energy/published.ts';
import { dayOf } from '../../../shared/lighting/local-time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { momentOf, useLanguage } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Button, EmptyState, Select } from '../../ui/index.ts';
import { Causes } from './Causes.tsx';
import { Coverage } from './Coverage.tsx';
import { Curves } from './Curves.tsx';
import styles from './Energy.module.css';
import { SaveCsv } from './SaveCsv.tsx';
import { Saving } from './Saving.tsx';
import { Streets } from './streets/Streets.tsx';
import { useClocks } from './use-clocks.ts';

const CITY = 'city';
const MINUTE_MS = 60_000;

/** What lamps used and saved, of the city or of a district, over a period: how it is known, and what is not. */
export function EnergyPanel() {
  const { t, locale } = useLanguage();
  const minute = Math.floor(useNow() / MINUTE_MS);
  const { timeZone } = useClocks();
  const energy = useRoomData((data) => data.energy);
  const [place, setPlace] = useState(CITY);
  const [period, setPeriod] = useState<Period>('today');
  const shown = energy.get(place) ?? energy.get(CITY);
  if (shown === undefined) return <EmptyState title={t('energy.none')} detail={t('energy.noneDetail')} />;
  const districts = [...energy.values()].filter(({ id }) => id !== CITY);
  const sums = shown.periods[period];
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <Select
          label={t('energy.where')}
          value={shown.id}
          choices={[
            { value: CITY, label: t('energy.city') },
            ...districts.map(({ id, name = id }) => ({ value: id, label: name })),
          ]}
          onChoose={setPlace}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out in a row with its buttons */}
        <div role="group" aria-label={t('energy.period')} className={styles.periods}>
          {PERIODS.map((each) => (
            <Button key={each} aria-pressed={each === period} onClick={() => setPeriod(each)}>
              {t(`energy.period.${each}`)}
            </Button>
          ))}
        </div>
        <span className="grow quiet figures">
          {t('energy.asOf', { time: momentOf(Date.parse(shown.asOf), minute * MINUTE_MS, locale) })}
        </span>
        <SaveCsv all={energy} day={dayOf(Date.parse(shown.asOf), timeZone)} />
      </div>
      <div className={styles.columns}>
        <Saving of={shown} sums={sums} />
        <Causes sums={sums} uncertainty={shown.uncertainty} />
        <Coverage of={shown} sums={sums} />
      </div>
      <Curves key={shown.id} of={shown} isCity={shown.id === CITY} />
      <Streets energy={energy} of={shown} />
    </div>
  );
}
