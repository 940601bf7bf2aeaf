import { useMemo } from 'react';
import type { Person } from '../../../shared/rights/model.ts';
import type { SeatSeen } from '../../../shared/seat/seen.ts';
import { emptySeats, type Holdings, holdings, loads, queueHealth } from '../../../shared/supervision/room.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useBoard, useTargets, useViewer } from '../desk/index.ts';
import { isStale, useLink } from '../link/index.ts';
import { useHearing, useSeats } from '../seats/index.ts';
import { useSession } from '../session/index.ts';

const NOBODY: readonly Person[] = [];
const NO_SEATS: readonly SeatSeen[] = [];

/**
 * Who holds what, as this seat sees it: the room's word with what was done here laid over it. Without the room its word
 * alone, for it is shown with its time: what was done here since is counted as not confirmed.
 */
export function useHoldings(): Holdings {
  const rows = useBoard((board) => board.rows);
  const stale = useLink((link) => isStale(link.state));
  return useMemo(
    () =>
      holdings([...rows.values()].flatMap(({ ticket, confirmed }) => (stale ? (confirmed ?? []) : ticket))),
    [rows, stale],
  );
}

/** The room at this moment: people with what they hold, seats where nobody sits, and the queue. */
export function useRoom() {
  const now = useNow();
  const hearing = useHearing();
  const people = useSession(({ view }) => view?.people) ?? NOBODY;
  const seats = useSeats(({ list }) => list) ?? NO_SEATS;
  const held = useHoldings();
  const targets = useTargets();
  const { seat } = useViewer();
  const pending = useBoard((board) => board.waiting.length);
  return {
    now,
    people: loads(held, people, seats, hearing, { seat, pending }),
    empty: emptySeats(seats, hearing),
    queue: queueHealth(held, targets, now),
    unownedP1: held.waiting.filter(({ priority }) => priority === 1),
  };
}
