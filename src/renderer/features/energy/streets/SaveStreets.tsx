import { useEffect, useRef, useState } from 'react';
import type { RoomEnergy } from '../../../../shared/energy/published.ts';
import type { EnergyAnswer } from '../../../../shared/ipc/energy.ts';
import { dayOf, daysAfter } from '../../../../shared/lighting/local-time.ts';
import { useBridge } from '../../../lib/bridge/index.tsx';
import { useReadNow } from '../../../lib/clock/index.ts';
import { useLanguage } from '../../../lib/i18n/index.tsx';
import { useReport } from '../../../lib/notices/index.ts';
import { Button, SaveLink } from '../../../ui/index.ts';
import { useClocks } from '../use-clocks.ts';
import { streetFile } from './street-file.ts';

/** Questions that a seat may ask the hub are counted by the second. */
const PAUSE_MS = 300;
const YEAR_DAYS = 365;

type Made =
  | { readonly kind: 'making'; readonly share: number }
  | { readonly kind: 'made'; readonly address: string; readonly day: string }
  | { readonly kind: 'missing'; readonly why: Exclude<EnergyAnswer['kind'], 'found'> };

/** A year of all streets, day by day, as a file: gathered week by week, and then saved. */
export function SaveStreets({
  energy,
  of,
}: {
  readonly energy: ReadonlyMap<string, RoomEnergy>;
  readonly of: RoomEnergy;
}) {
  const { t, locale } = useLanguage();
  const bridge = useBridge();
  const report = useReport();
  const readNow = useReadNow();
  const { timeZone } = useClocks();
  const [made, setMade] = useState<Made>();
  const making = useRef<AbortController>(undefined);
  useEffect(() => () => making.current?.abort(), []);
  const address = made?.kind === 'made' ? made.address : undefined;
  useEffect(() => () => (address === undefined ? undefined : URL.revokeObjectURL(address)), [address]);
  const stop = () => {
    making.current?.abort();
    setMade(undefined);
  };
  const make = async () => {
    const giving = new AbortController();
    const { signal } = giving;
    making.current = giving;
    const today = dayOf(readNow(), timeZone);
    setMade({ kind: 'making', share: 0 });
    const file = await streetFile(daysAfter(today, -YEAR_DAYS), daysAfter(today, -1), {
      ask: (wish) => bridge.request('energy.read', wish),
      pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)),
      nameOf: (id) => energy.get(id)?.name ?? id,
      uncertainty: of.uncertainty,
      locale,
      onProgress: (share) => setMade({ kind: 'making', share }),
      signal,
    }).catch((error: unknown) => {
      report('energy.read', error);
      return 'silent' as const;
    });
    if (signal.aborted || file === undefined) return;
    if (typeof file === 'string') setMade({ kind: 'missing', why: file });
    else setMade({ kind: 'made', address: URL.createObjectURL(file), day: today });
  };
  if (made?.kind === 'making')
    return (
      <>
        <span role="status">{t('energy.streetFile.making', { percent: Math.floor(made.share * 100) })}</span>
        <Button onClick={stop}>{t('energy.streetFile.stop')}</Button>
      </>
    );
  if (made?.kind === 'made')
    return (
      <SaveLink address={made.address} name={t('energy.streetFile.name', { day: made.day })}>
        {t('energy.streetFile.save')}
      </SaveLink>
    );
  return (
    <>
      {made && <span role="status">{t(`energy.ask.${made.why}`)}</span>}
      <Button onClick={() => void make()}>{t('energy.streetFile')}</Button>
    </>
  );
}
