import { useState } from 'react';
import { MONTH_DAYS } from '../../../shared/energy/periods.ts';
import type { RoomEnergy } from '../../../shared/energy/published.ts';
import { DistrictId } from '../../../shared/ids.ts';
import type { Day } from '../../../shared/lighting/local-time.ts';
import type { EnergyRow } from '../../../shared/wire/energy.ts';
import { useNow } from '../../lib/clock/index.ts';
import { clockHour, dateOfDay, type Translate, useLanguage } from '../../lib/i18n/index.tsx';
import { Button, Section } from '../../ui/index.ts';
import { Away } from './Away.tsx';
import { type Bar, Bars } from './Bars.tsx';
import styles from './Energy.module.css';
import { daySlots, hourSlots, monthSlots } from './slots.ts';
import { useAsked } from './use-asked.ts';
import { useClocks } from './use-clocks.ts';
import { yearWish } from './windows.ts';

const SPANS = ['day', 'week', 'month', 'year'] as const;
type Span = (typeof SPANS)[number];
const MINUTE_MS = 60_000;
const WEEK = 7;

/** What was used hour by hour, day by day or month by month; a year is asked of the hub. */
export function Curves({ of, isCity }: { readonly of: RoomEnergy; readonly isCity: boolean }) {
  const { t, locale } = useLanguage();
  const { timeZone } = useClocks();
  const [span, setSpan] = useState<Span>('day');
  const now = Math.floor(useNow() / MINUTE_MS) * MINUTE_MS;
  const district = isCity ? undefined : DistrictId.safeParse(of.id).data;
  const year = yearWish(now, timeZone);
  const wish = span === 'year' ? { ...year, ...(district && { district }) } : undefined;
  const { asked, again } = useAsked('energy.read', wish);
  const months = (rows: readonly EnergyRow[]): readonly Bar[] =>
    monthSlots(rows, year.from).map((slot) => ({
      ...slot,
      said: dateOfDay(`${slot.at}-15` as Day, locale, { month: 'short', year: '2-digit' }),
    }));
  return (
    <Section title={t('energy.curves')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out in a row with its buttons */}
      <div role="group" aria-label={t('energy.curves')} className={styles.periods}>
        {SPANS.map((one) => (
          <Button key={one} aria-pressed={one === span} onClick={() => setSpan(one)}>
            {t(`energy.span.${one}`)}
          </Button>
        ))}
      </div>
      <div className={styles.said}>
        {span !== 'year' ? (
          <Bars bars={knownBars(t, of, span, timeZone)} />
        ) : asked?.kind === 'found' ? (
          <Bars bars={months(asked.rows)} />
        ) : (
          <Away asked={asked} onAgain={again} />
        )}
      </div>
    </Section>
  );
}

/** What every seat is told: the last 24 hours, and thirty days. */
function knownBars(
  t: Translate,
  of: RoomEnergy,
  span: Exclude<Span, 'year'>,
  timeZone: string,
): readonly Bar[] {
  if (span === 'day')
    return hourSlots(of).map((slot) => ({
      ...slot,
      said: t('energy.hour', { hour: clockHour(Date.parse(slot.at)) }),
    }));
  const slots = daySlots(of, span === 'week' ? WEEK : MONTH_DAYS, timeZone);
  return slots.map((slot) => ({ ...slot, said: `${slot.at.slice(8)}/${slot.at.slice(5, 7)}` }));
}
