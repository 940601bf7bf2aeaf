import { useMemo } from 'react';
import type { Person } from '../../../shared/rights/model.ts';
import type { SeatSeen } from '../../../shared/seat/seen.ts';
import { emptySeats, type Holdings, holdings, loads, queueHealth } from '../../../shared/supervision/room.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useBoard, useTargets } from '../desk/index.ts';
import { useHearing, useSeats } from '../seats/index.ts';
import { useSession } from '../session/index.ts';

const NOBODY: readonly Person[] = [];
const NO_SEATS: readonly SeatSeen[] = [];

/** Who holds what, as this seat sees it: the room's word with what was done here laid over it. */
export function useHoldings(): Holdings {
  const rows = useBoard((board) => board.rows);
  return useMemo(() => holdings([...rows.values()].map(({ ticket }) => ticket)), [rows]);
}

/** The room at this moment: people with what they hold, seats where nobody sits, and the queue. */
export function useRoom() {
  const now = useNow();
  const hearing = useHearing();
  const people = useSession(({ view }) => view?.people) ?? NOBODY;
  const seats = useSeats(({ list }) => list) ?? NO_SEATS;
  const held = useHoldings();
  const targets = useTargets();
  return {
    now,
    people: loads(held, people, seats, hearing),
    empty: emptySeats(seats, hearing),
    queue: queueHealth(held, targets, now),
    unownedP1: held.waiting.filter(({ priority }) => priority === 1),
  };
}
