import { useMemo, useState } from 'react';
import type { RoomEnergy } from '../../../../shared/energy/published.ts';
import { useNow } from '../../../lib/clock/index.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button, Field, Section } from '../../../ui/index.ts';
import { Away } from '../Away.tsx';
import styles from '../Energy.module.css';
import { useAsked } from '../use-asked.ts';
import { useClocks } from '../use-clocks.ts';
import { WINDOWS, type Window, wishOf } from '../windows.ts';
import { PlaceTable } from './PlaceTable.tsx';
import { SaveStreets } from './SaveStreets.tsx';
import { type Column, districtRows, inOrder, streetRows } from './street-rows.ts';

const MINUTE_MS = 60_000;
const BY = ['street', 'district'] as const;

interface StreetsProps {
  readonly energy: ReadonlyMap<string, RoomEnergy>;
  readonly of: RoomEnergy;
}

/** What each street or district used over a window: asked of the hub, sorted and searched here. */
export function Streets({ energy, of }: StreetsProps) {
  const { uncertainty } = of;
  const t = useT();
  const clocks = useClocks();
  const [window, setWindow] = useState<Window>();
  const [by, setBy] = useState<(typeof BY)[number]>('street');
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<{ column: Column; down: boolean }>({ column: 'used', down: true });
  const now = Math.floor(useNow() / MINUTE_MS) * MINUTE_MS;
  const wish = window && wishOf(window, { now, ...clocks });
  const { asked, again } = useAsked('energy.read', wish);
  const rows = useMemo(() => {
    if (asked?.kind !== 'found') return [];
    const nameOf = (id: string) => energy.get(id)?.name ?? id;
    return (by === 'street' ? streetRows : districtRows)(asked.rows, nameOf, uncertainty);
  }, [asked, by, energy, uncertainty]);
  return (
    <Section title={t('energy.streets')}>
      <div className={styles.bar}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out in a row with its buttons */}
        <div role="group" aria-label={t('energy.window')} className={styles.periods}>
          {WINDOWS.map((one) => (
            <Button key={one} aria-pressed={one === window} onClick={() => setWindow(one)}>
              {t(`energy.window.${one}`)}
            </Button>
          ))}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div role="group" aria-label={t('energy.sumsBy')} className={styles.periods}>
          {BY.map((one) => (
            <Button key={one} aria-pressed={one === by} onClick={() => setBy(one)}>
              {t(`energy.sumsBy.${one}`)}
            </Button>
          ))}
        </div>
        <Field
          label={t('energy.search')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          maxLength={80}
        />
        <span className="grow" />
        <SaveStreets energy={energy} of={of} />
      </div>
      <div className={styles.said}>
        {wish === undefined ? (
          <p className="quiet">{t('energy.chooseWindow')}</p>
        ) : asked?.kind === 'found' ? (
          <PlaceTable
            rows={inOrder(rows, { ...order, search })}
            all={rows.length}
            streets={by === 'street'}
            order={order}
            onOrder={(column) =>
              setOrder({
                column,
                down: column === order.column ? !order.down : column !== 'name' && column !== 'district',
              })
            }
          />
        ) : (
          <Away asked={asked} onAgain={again} />
        )}
        <p className="quiet">{t('energy.streetsHow')}</p>
      </div>
    </Section>
  );
}
