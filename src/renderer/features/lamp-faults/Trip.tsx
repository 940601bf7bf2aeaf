import type { LampFaultGroup, RepairTrip } from '../../../shared/lamp/fault/group.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Button, Section } from '../../ui/index.ts';
import styles from './LampFaults.module.css';
import { SaveTrip } from './SaveTrip.tsx';
import { Site } from './Site.tsx';
import { needWords, onMapWords, placeWords, siteWords } from './words.ts';

interface TripProps {
  readonly stops: RepairTrip['stops'];
  readonly groups: ReadonlyMap<string, LampFaultGroup>;
  /** chooses their lamps on the map */
  readonly onMap: (groups: readonly LampFaultGroup[], name: string) => void;
}

/** The trip that repairs most: its stops in order, and how much each repairs for its way. */
export function Trip({ stops, groups, onMap }: TripProps) {
  const t = useT();
  // One that is mended meanwhile is no stop any more: the next trip comes in a moment.
  const known = stops.flatMap((stop) => {
    const group = groups.get(stop.group);
    return group === undefined ? [] : [{ ...stop, group }];
  });
  if (known.length === 0) return null;
  const all = known.map(({ group }) => group);
  const lamps = known.reduce((sum, { group }) => sum + group.lamps, 0);
  const km = known.reduce((sum, { metres }) => sum + metres, 0) / 1_000;
  const figures =
    km === 0
      ? t('faults.tripOne', { lamps })
      : t('faults.tripFigures', { lamps, stops: known.length, km, rate: lamps / km });
  return (
    <Section title={t('faults.trip')} aside={figures}>
      <p className="quiet">{t('faults.tripWhy')}</p>
      <div className={styles.ways}>
        <Button onClick={() => onMap(all, t('faults.trip'))}>{onMapWords(t, all)}</Button>
        <SaveTrip stops={known} />
      </div>
      <ol className={styles.trip}>
        {known.map(({ group, metres, by }, n) => (
          <li key={group.id}>
            <strong>{placeWords(t, group)}</strong>
            <span>
              {n === 0
                ? t('faults.stop', { lamps: group.lamps })
                : t('faults.stopAfter', { lamps: group.lamps, km: metres / 1_000 })}
              {by === 'straight' && n > 0 && ` (${t('faults.tripStraight')})`}
            </span>
            <small>
              <Site group={group} />
              {siteWords(t, group).length > 0 && ' · '}
              {needWords(t, group)}
            </small>
          </li>
        ))}
      </ol>
    </Section>
  );
}
