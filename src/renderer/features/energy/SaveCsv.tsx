import { useMemo } from 'react';
import { UTF8_MARK } from '../../../shared/csv.ts';
import { energyCsv } from '../../../shared/energy/csv.ts';
import type { RoomEnergy } from '../../../shared/energy/published.ts';
import { useAddress } from '../../lib/address/index.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { SaveLink } from '../../ui/index.ts';

interface SaveCsvProps {
  readonly all: ReadonlyMap<string, RoomEnergy>;
  /** for the name of the file */
  readonly day: string;
}

/** All figures that are shown, of the city and of each district, as a file. */
export function SaveCsv({ all, day }: SaveCsvProps) {
  const t = useT();
  const bytes = useMemo(() => new TextEncoder().encode(UTF8_MARK + energyCsv(all.values())), [all]);
  const address = useAddress(bytes, 'text/csv');
  return (
    <SaveLink address={address} name={t('energy.csv.name', { day })}>
      {t('energy.csv')}
    </SaveLink>
  );
}
