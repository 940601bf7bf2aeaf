import { X } from 'lucide-react';
import { useMemo } from 'react';
import type { NamedStreet } from '../../../shared/geo/named-street.ts';
import { LampState } from '../../../shared/lamp/state.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { classes, EmptyState, IconButton } from '../../ui/index.ts';
import { type LampRef, LastKnown } from '../map/index.ts';
import { useLeftOff } from './freshness.ts';
import { LampLines } from './LampLines.tsx';
import styles from './StreetLamps.module.css';
import { useCity } from './store.ts';

interface StreetLampsProps {
  readonly street: NamedStreet;
  readonly picked: LampRef | undefined;
  readonly onPick: (lamp: LampRef) => void;
  readonly onClose: () => void;
}

/** The lamps of a street as words, for those who don't point at a map. Read anew each second, never faster. */
export function StreetLamps({ street, picked, onPick, onClose }: StreetLampsProps) {
  const t = useT();
  useNow();
  const { lamps, book } = useCity((city) => city);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new columns mean that lamps came or went
  const refs = useMemo(() => book.inStreet(street.name, street.commune), [book, street, lamps.x]);
  const since = useLeftOff(new Set(refs.map(({ slot }) => slot)));
  const faulty = refs.filter(({ slot, index }) => lamps.state[lamps.find(slot, index)]! & LampState.fault);
  return (
    <section className={styles.panel} aria-label={t('palette.streetLamps', { street: street.name })}>
      <header className={styles.head}>
        <div>
          <h3 className="cut">{street.name}</h3>
          <p className={classes('small', since === undefined ? 'quiet' : 'stale')}>
            {[street.commune, t('palette.lampCount', { n: refs.length, faulty: faulty.length })]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <IconButton icon={X} label={t('palette.closeStreet')} onClick={onClose} />
      </header>
      {since !== undefined && <LastKnown since={since} />}
      {refs.length === 0 ? (
        <EmptyState title={t('palette.noLamp')} detail={t('palette.noLampDetail')} />
      ) : (
        <LampLines label={t('palette.lamps')} refs={refs} picked={picked} onPick={onPick} onClose={onClose} />
      )}
    </section>
  );
}
