import { energyCsv } from '../../../shared/energy/csv.ts';
import type { RoomEnergy } from '../../../shared/energy/published.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Button } from '../../ui/index.ts';

interface SaveCsvProps {
  readonly all: readonly RoomEnergy[];
  /** for the name of the file */
  readonly day: string;
}

/** All figures that are shown, of the city and of each district, as a file. */
export function SaveCsv({ all, day }: SaveCsvProps) {
  const t = useT();
  const save = () => {
    // A spreadsheet takes a file without this mark for one in the alphabet of its system.
    const address = URL.createObjectURL(new Blob(['\ufeff', energyCsv(all)], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = t('energy.csv.name', { day });
    link.click();
    URL.revokeObjectURL(address);
  };
  return <Button onClick={save}>{t('energy.csv')}</Button>;
}
