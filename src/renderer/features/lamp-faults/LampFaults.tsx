import { useMemo } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { EmptyState, Section } from '../../ui/index.ts';
import { FaultRows } from './FaultRows.tsx';
import styles from './LampFaults.module.css';
import { Trip } from './Trip.tsx';

/** « Défauts »: faults of the lighting by likely cause, those of most lamps first, and the trip that repairs most. */
export function LampFaults() {
  const t = useT();
  const groups = useRoomData((data) => data.lampFaultGroup);
  const trip = useRoomData((data) => data.repairTrip.get('room'));
  const sorted = useMemo(
    () => [...groups.values()].toSorted((a, b) => b.lamps - a.lamps || a.since.localeCompare(b.since)),
    [groups],
  );
  if (sorted.length === 0) return <EmptyState title={t('faults.none')} detail={t('faults.noneWhy')} />;
  const lamps = sorted.reduce((sum, group) => sum + group.lamps, 0);
  return (
    <div className={styles.page}>
      {trip !== undefined && <Trip stops={trip.stops} groups={groups} />}
      <Section title={t('faults.list')} aside={t('faults.counts', { lamps, groups: sorted.length })}>
        <FaultRows groups={sorted} />
      </Section>
    </div>
  );
}
