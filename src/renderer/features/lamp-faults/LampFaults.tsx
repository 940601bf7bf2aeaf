import { useCallback, useMemo } from 'react';
import { ticketsOfFaults } from '../../../shared/lamp/fault/fault-ticket.ts';
import type { LampFaultGroup } from '../../../shared/lamp/fault/group.ts';
import { lampKey } from '../../../shared/lamp/selection.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { EmptyState, Section } from '../../ui/index.ts';
import { useCity } from '../city/index.ts';
import { useBoard } from '../desk/index.ts';
import { useSelection } from '../selection/index.ts';
import { FaultRows } from './FaultRows.tsx';
import styles from './LampFaults.module.css';
import { LedTable } from './LedTable.tsx';
import { Trip } from './Trip.tsx';

interface LampFaultsProps {
  /** goes to the map of the lamps, where some were chosen */
  readonly onLamps: () => void;
  /** brings a ticket before the operator */
  readonly onTicket: (ticket: string) => void;
}

/** « Défauts »: faults of the lighting by likely cause, those of most lamps first, and the trip that repairs most. */
export function LampFaults({ onLamps, onTicket }: LampFaultsProps) {
  const t = useT();
  const book = useCity((city) => city.book);
  const choose = useSelection((selection) => selection.choose);
  const show = useSelection((selection) => selection.show);
  const groups = useRoomData((data) => data.lampFaultGroup);
  const trip = useRoomData((data) => data.repairTrip.get('room'));
  const alarms = useRoomData((data) => data.alarm);
  const rows = useBoard((board) => board.rows);
  const ticketOf = useMemo(
    () =>
      ticketsOfFaults(
        [...rows.values()].map(({ ticket }) => ticket),
        alarms.values(),
        (lamp) => book.byId(lamp)?.cabinet,
      ),
    [rows, alarms, book],
  );
  const sorted = useMemo(
    () => [...groups.values()].toSorted((a, b) => b.lamps - a.lamps || a.since.localeCompare(b.since)),
    [groups],
  );
  const onChoose = useCallback(
    (ids: readonly string[], name: string) => {
      const keys = ids.flatMap((id) => book.refOf(id) ?? []).map(lampKey);
      choose(keys, { kind: 'named', name }, false);
      show(keys);
      onLamps();
    },
    [book, choose, show, onLamps],
  );
  const onMap = (chosen: readonly LampFaultGroup[], name: string) =>
    onChoose(
      chosen.flatMap(({ named }) => named),
      name,
    );
  const lamps = sorted.reduce((sum, group) => sum + group.lamps, 0);
  return (
    <div className={styles.page}>
      {sorted.length === 0 ? (
        <EmptyState title={t('faults.none')} detail={t('faults.noneWhy')} />
      ) : (
        <Section title={t('faults.list')} aside={t('faults.counts', { lamps, groups: sorted.length })}>
          <FaultRows groups={sorted} onMap={onMap} ticketOf={ticketOf} onTicket={onTicket} />
        </Section>
      )}
      {trip !== undefined && <Trip stops={trip.stops} groups={groups} onMap={onMap} />}
      <LedTable onChoose={onChoose} />
    </div>
  );
}
