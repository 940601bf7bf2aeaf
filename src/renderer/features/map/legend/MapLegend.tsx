import { useEffect, useRef } from 'react';
import { useNow } from '../../../lib/clock/index.ts';
import { momentOf, useLocale, useT, wholeNumber } from '../../../lib/i18n/index.tsx';
import { Button, classes } from '../../../ui/index.ts';
import type { LampTable } from '../lamp-table.ts';
import { ALL_SIGNS, type ShownSigns } from '../painter/look.ts';
import { SignIcon } from './SignIcon.tsx';
import { countOf, isShown, ONLY_WRONG, SIGNS, withSign } from './signs.ts';
import { useCounts } from './use-counts.ts';

interface MapLegendProps {
  readonly lamps: LampTable;
  readonly shown: ShownSigns;
  readonly onShow: (shown: ShownSigns) => void;
  /** it was just opened: the keyboard goes on there */
  readonly takesFocus: boolean;
  /** since when lamps are not followed any more, ms: they were so many then */
  readonly since: number | undefined;
  /** lamps that are LED, of those whose kind is known */
  readonly led: { readonly led: number; readonly of: number } | undefined;
}

/** What the signs of lamps mean, how many there are in the city, and which of them the map shows. */
export function MapLegend({ lamps, shown, onShow, takesFocus, since, led }: MapLegendProps) {
  const t = useT();
  const locale = useLocale();
  const counts = useCounts(lamps);
  const now = useNow();
  const first = useRef<HTMLInputElement>(null);
  const wanted = useRef(takesFocus);
  useEffect(() => {
    if (wanted.current) first.current?.focus();
  }, []);
  return (
    <fieldset className="map-layers map-legend">
      <legend>
        {t('legend.title')}
        {since !== undefined && <b>{t('legend.asOf', { time: momentOf(since, now, locale) })}</b>}
      </legend>
      {SIGNS.map((sign, n) => (
        <label key={sign.name} className={sign.name === 'presence' || sign.name === 'fault' ? 'begins' : ''}>
          <SignIcon name={sign.name} />
          <span className="map-legend-name">{t(`legend.sign.${sign.name}`)}</span>
          <span className={classes('map-legend-count', since !== undefined && 'stale')}>
            {wholeNumber(countOf(counts, sign), locale)}
          </span>
          <input
            ref={n === 0 ? first : undefined}
            type="checkbox"
            checked={isShown(shown, sign)}
            onChange={(event) => onShow(withSign(shown, sign, event.target.checked))}
          />
        </label>
      ))}
      {led !== undefined && led.of > 0 && (
        <p className="map-legend-led">
          {t('legend.led', { led: led.led, percent: Math.round((100 * led.led) / led.of) })}
        </p>
      )}
      <div className="map-legend-acts">
        <Button onClick={() => onShow(ONLY_WRONG)}>{t('legend.onlyWrong')}</Button>
        <Button onClick={() => onShow(ALL_SIGNS)}>{t('legend.all')}</Button>
      </div>
    </fieldset>
  );
}
