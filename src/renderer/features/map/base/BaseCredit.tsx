import { useEffect, useState } from 'react';
import { useLanguage, wholeDate } from '../../../lib/i18n/index.tsx';
import type { MapEngine } from '../engine/map-engine.ts';
import type { BaseStatus, MapBase } from './model.ts';

interface BaseCreditProps {
  readonly engine: MapEngine | undefined;
  readonly base: MapBase | undefined;
}

/** Who made the base map, as its licence wants, of when it is, and whether it can be had anew. */
export function BaseCredit({ engine, base }: BaseCreditProps) {
  const { t, locale } = useLanguage();
  const [status, setStatus] = useState<BaseStatus>();
  useEffect(
    () =>
      engine?.subscribe((event) => {
        if (event.kind === 'base') setStatus(event.status);
      }),
    [engine],
  );
  if (base === undefined || status === undefined) return null;
  const { oldest, missing } = status;
  const parts = [
    base.attribution,
    oldest === undefined ? '' : t('baseMap.credit.of', { date: wholeDate(oldest, locale) }),
    base.isCutOff ? t('baseMap.credit.cutOff') : '',
    missing > 0 ? t('baseMap.credit.missing') : '',
  ];
  return <p className="map-note map-credit">{parts.filter((part) => part !== '').join(' · ')}</p>;
}
