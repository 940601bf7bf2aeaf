import { useMemo } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { EmptyState, Section } from '../../ui/index.ts';
import { FaultRows } from './FaultRows.tsx';
import styles from './LampFaults.module.css';
import { LedTable } from './LedTable.tsx';
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
  const lamps = sorted.reduce((sum, group) => sum + group.lamps, 0);
  return (
    <div className={styles.page}>
      {trip !== undefined && <Trip stops={trip.stops} groups={groups} />}
      {sorted.length === 0 ? (
        <EmptyState title={t('faults.none')} detail={t('faults.noneWhy')} />
      ) : (
        <Section title={t('faults.list')} aside={t('faults.counts', { lamps, groups: sorted.length })}>
          <FaultRows groups={sorted} />
        </Section>
      )}
      <LedTable />
    </div>
  );
}
