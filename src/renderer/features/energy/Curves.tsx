import { useState } from 'react';
import type { RoomEnergy } from '../../../shared/energy/published.ts';
import { total, unpacked } from '../../../shared/energy/sums.ts';
import { DistrictId } from '../../../shared/ids.ts';
import type { EnergyAnswer } from '../../../shared/ipc/energy.ts';
import type { Day } from '../../../shared/lighting/local-time.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { clockHour, dateOfDay, type Translate, useLanguage } from '../../lib/i18n/index.tsx';
import { Button, Section } from '../../ui/index.ts';
import { Away } from './Away.tsx';
import { type Bar, Bars } from './Bars.tsx';
import styles from './Energy.module.css';
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
  const wish = span === 'year' ? { ...yearWish(now, timeZone), ...(district && { district }) } : undefined;
  const { asked, again } = useAsked('energy.read', wish);
  const month = (first: string) =>
    dateOfDay(`${first}-15` as Day, locale, { month: 'short', year: '2-digit' });
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
      {span !== 'year' ? (
        <Bars bars={knownBars(t, of, span)} />
      ) : asked?.kind === 'found' ? (
        <Bars bars={monthBars(asked, month)} />
      ) : (
        <Away asked={asked} onAgain={again} />
      )}
    </Section>
  );
}

/** What every seat is told: the last 24 hours, and thirty days. */
function knownBars(t: Translate, of: RoomEnergy, span: Exclude<Span, 'year'>): readonly Bar[] {
  if (span === 'day')
    return of.hours.map(({ at, sums }) => ({
      at,
      said: t('energy.hour', { hour: clockHour(millis(at)) }),
      sums,
    }));
  const days = span === 'week' ? of.days.slice(-WEEK) : of.days;
  return days.map(({ day, sums }) => ({ at: day, said: `${day.slice(8)}/${day.slice(5, 7)}`, sums }));
}

const monthBars = (
  { rows }: Extract<EnergyAnswer, { kind: 'found' }>,
  said: (month: string) => string,
): readonly Bar[] =>
  [...Map.groupBy(rows, ({ at = '' }) => at.slice(0, 7))].map(([at, days]) => ({
    at,
    said: said(at),
    sums: total(days.map(({ sums }) => unpacked(sums))),
  }));
