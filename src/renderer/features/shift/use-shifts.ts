import { useMemo } from 'react';
import type { OutboxItem } from '../../../shared/ipc/model.ts';
import type { Shift } from '../../../shared/shift/model.ts';
import { useRoomData } from '../../lib/room-data/index.ts';
import { useBoard, useDesk, useViewer } from '../desk/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import { type Offer, offersTo } from './offers.ts';

const onItsWay = ({ state }: OutboxItem): boolean => state === 'pending' || state === 'sent';

/** Handovers, latest first, and what this seat has said of each that the room has not confirmed. */
export function useShifts(): { readonly shifts: readonly Shift[]; readonly pending: readonly OutboxItem[] } {
  const all = useRoomData((data) => data.shift);
  const outbox = useDesk((desk) => desk.outbox);
  return useMemo(
    () => ({
      shifts: [...all.values()].toSorted((a, b) => b.offeredAt.localeCompare(a.offeredAt)),
      pending: outbox.filter((item) => item.op.startsWith('shift.') && onItsWay(item)),
    }),
    [all, outbox],
  );
}

/** What colleagues pass to whoever sits here, and what has not been answered here yet. */
export function useOffers(): readonly Offer[] {
  const { me } = useViewer();
  const rows = useBoard((board) => board.rows);
  const { shifts, pending } = useShifts();
  return useMemo(() => {
    if (me === undefined) return [];
    const answered = new Set(pending.map(({ ticket }) => ticket));
    const open = shifts.filter(({ id }) => !answered.has(id));
    const passing = new Set(shifts.filter(({ id }) => answered.has(id)).flatMap(({ tickets }) => tickets));
    const tickets = [...rows.values()].map(({ ticket }) => ticket).filter(({ id }) => !passing.has(id));
    return offersTo(me.id, tickets, open);
  }, [me, rows, shifts, pending]);
}

export function useNameOf(person: string): string {
  const people = useSession(({ view }) => view?.people) ?? [];
  return nameOf(people, person);
}
