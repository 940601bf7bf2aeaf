import { useMemo, useState } from 'react';
import { energyFromHistory } from '../../../../shared/energy/from-history.ts';
import { DistrictId } from '../../../../shared/ids.ts';
import { HOUR_MS } from '../../../../shared/lamp/history/block.ts';
import { readBlock } from '../../../../shared/lamp/history/pack.ts';
import type { LampKey } from '../../../../shared/lamp/selection.ts';
import { type ClockTime, daysAfter, instantOf } from '../../../../shared/lighting/local-time.ts';
import { useReadNow } from '../../../lib/clock/index.ts';
import { clockMinute, useT } from '../../../lib/i18n/index.tsx';
import { useRoomData } from '../../../lib/room-data/index.ts';
import { useCity } from '../../city/index.ts';
import { Away } from '../Away.tsx';
import { figure } from '../figure.ts';
import { useAsked } from '../use-asked.ts';
import { useClocks } from '../use-clocks.ts';
import { lastNight } from '../windows.ts';
import { nightEnergyOf, partedBy } from './night-energy.ts';

const NOON = '12:00' as ClockTime;
/** % of which nothing is known: what is left says nothing. */
const ALMOST_ALL = 99.9;
/** W of a lamp that is off, where the hub does not say what it counts by. */
const STANDBY_W = 0.5;

/** What the selected lamps used last night: asked of the hub while it is unfolded. */
export function SelectionNight({ keys }: { readonly keys: ReadonlySet<LampKey> }) {
  const t = useT();
  const book = useCity((city) => city.book);
  const energy = useRoomData((data) => data.energy.get('city'));
  const { timeZone, aheadMinutes } = useClocks();
  const [now] = useState(useReadNow());
  const night = useMemo(() => {
    const aheadMs = aheadMinutes * 60_000;
    const day = lastNight(now + aheadMs, timeZone);
    const [from = 0, to = 0] = [day, daysAfter(day, 1)].map((on) => instantOf(on, NOON, timeZone) - aheadMs);
    return { day, from, to: Math.min(to, now), runs: now < to };
  }, [now, timeZone, aheadMinutes]);
  const parted = useMemo(() => partedBy(keys, book.pieces), [keys, book]);
  const [only, ...others] = parted.districts;
  const district = others.length === 0 ? DistrictId.safeParse(only).data : undefined;
  const within = district === undefined ? {} : { district };
  const streets = useAsked('energy.read', { by: 'streetOfNight', from: night.day, to: night.day, ...within });
  const past = useAsked(
    'lamps.history',
    parted.single.size === 0 ? undefined : { from: night.from, to: night.to, ...within },
  );
  const found = useMemo(() => {
    if (streets.asked?.kind !== 'found' || energy === undefined) return undefined;
    if (parted.single.size > 0 && past.asked?.kind !== 'found') return undefined;
    const hours = past.asked?.kind === 'found' ? past.asked.hours : [];
    const single = [...parted.single].map(([slot, indices]) => {
      const power = book.piece(slot)?.power;
      const lamps = indices.map((index) => ({ index, power: power?.[index] ?? Number.NaN }));
      const blocks = hours.filter((hour) => hour.slot === slot).map(({ bytes }) => readBlock(bytes));
      return energyFromHistory(blocks, lamps, energy.standby ?? STANDBY_W, night);
    });
    const passed = (night.to - night.from) / HOUR_MS;
    return nightEnergyOf(parted, streets.asked.rows, single, energy.uncertainty, passed);
  }, [streets.asked, past.asked, parted, book, energy, night]);
  if (energy === undefined) return <p className="quiet">{t('energy.none')}</p>;
  const missing = [streets, past].find(({ asked }) => asked !== undefined && asked.kind !== 'found');
  if (missing?.asked !== undefined && missing.asked.kind !== 'found')
    return <Away asked={missing.asked} onAgain={missing.again} />;
  if (found === undefined) return <Away asked={undefined} onAgain={streets.again} />;
  const { used, metered, reported, reckoned, unknown, atLeast } = found;
  if (unknown > ALMOST_ALL) return <p>{t('energy.night.nothing')}</p>;
  return (
    <>
      <p>
        <strong>{t(atLeast ? 'energy.night.atLeast' : 'energy.night.used', figure(used))}</strong>{' '}
        {night.runs && t('energy.night.until', { time: clockMinute(night.to) })}
      </p>
      {used.value > 0 && <p>{t('energy.how', { meter: metered, power: reported, rated: reckoned })}</p>}
      <p>{t('energy.night.unknown', { share: unknown })}</p>
      {parted.single.size > 0 && <p className="quiet">{t('energy.night.single')}</p>}
      {atLeast && <p className="quiet">{t('energy.night.presence')}</p>}
    </>
  );
}
