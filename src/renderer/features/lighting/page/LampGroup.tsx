import type { ReactNode } from 'react';
import { nameIn } from '../../../../shared/lighting/night.ts';
import { useLanguage } from '../../../lib/i18n/index.tsx';
import { Row } from '../../../ui/index.ts';
import { nightName, nightWords } from '../words.ts';
import { NightCurve } from './NightCurve.tsx';
import type { GroupOutlook } from './outlook.ts';

interface LampGroupProps {
  readonly group: GroupOutlook;
  /** IANA name */
  readonly timeZone: string;
  /** by the lamps' clocks, ms */
  readonly now: number;
  /** said below: who is in it */
  readonly detail: ReactNode;
}

/** A group of lamps: its programme tonight as words and curve, and what the night after brings. */
export function LampGroup({
  group: { name, lamps, tonight, tomorrow },
  timeZone,
  now,
  detail,
}: LampGroupProps) {
  const { t, locale } = useLanguage();
  const isOther = tomorrow.night.program.id !== tonight.night.program.id;
  const next = t('lighting.tomorrow', { name: nightName(t, locale, tomorrow) });
  return (
    <Row
      head={
        <>
          <h3>{nameIn(name, locale)}</h3>
          <p className="quiet">{t('lighting.lamps', { n: lamps })}</p>
        </>
      }
    >
      <p>{nightName(t, locale, tonight)}</p>
      <p className="words">{nightWords(t, tonight.night, timeZone)}</p>
      <NightCurve night={tonight.night} timeZone={timeZone} now={now} />
      <p className="words">{isOther ? `${next} · ${nightWords(t, tomorrow.night, timeZone)}` : next}</p>
      {detail}
    </Row>
  );
}
