import { useMemo } from 'react';
import { energyCsv } from '../../../shared/energy/csv.ts';
import type { RoomEnergy } from '../../../shared/energy/published.ts';
import { useAddress } from '../../lib/address/index.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { SaveLink } from '../../ui/index.ts';
import { useClocks } from './use-clocks.ts';

interface SaveCsvProps {
  readonly all: ReadonlyMap<string, RoomEnergy>;
  /** for the name of the file */
  readonly day: string;
}

/** All figures that are shown, of the city and of each district, as a file. */
export function SaveCsv({ all, day }: SaveCsvProps) {
  const { t, locale } = useLanguage();
  const { timeZone } = useClocks();
  const bytes = useMemo(
    () => new TextEncoder().encode(energyCsv(all.values(), locale, timeZone)),
    [all, locale, timeZone],
  );
  const address = useAddress(bytes, 'text/csv');
  return (
    <SaveLink address={address} name={t('energy.csv.name', { day })}>
      {t('energy.csv')}
    </SaveLink>
  );
}
