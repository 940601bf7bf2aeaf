import { coverage, savingOf } from '../../../shared/energy/saving.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { figure } from './figure.ts';

/** What LED alone has saved in a place over the last thirty days, in the hours that are known; unknown where it is. */
export function LedSaving({ place }: { readonly place: string }) {
  const t = useT();
  const energy = useRoomData((data) => data.energy.get(place));
  const sums = energy?.periods.month;
  const saving = energy && sums && savingOf(sums, energy.uncertainty);
  if (sums === undefined || saving === undefined) return <>{t('energy.led.unknown')}</>;
  const known = coverage(sums);
  return (
    <>
      {t('energy.kwh', figure(saving.by.led))}
      {known && <small>{t('energy.led.hours', { share: known.based * 100 })}</small>}
    </>
  );
}
