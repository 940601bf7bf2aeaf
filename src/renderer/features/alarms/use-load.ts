import { useMemo } from 'react';
import { type Announcement, announcements, askedOf, timesAt } from '../../../shared/alarm/announced.ts';
import { type AlarmLoad, type LoadGrade, loadOf, TEN_MINUTES_MS } from '../../../shared/alarm/load.ts';
import { type Hearing, presenceOf } from '../../../shared/seat/presence.ts';
import type { SeatSeen } from '../../../shared/seat/seen.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useRoomData } from '../../lib/room-data/index.ts';
import { useAsOf, useDesk, useViewer } from '../desk/index.ts';
import { isStale, useLink } from '../link/index.ts';
import { useHearing, useSeats } from '../seats/index.ts';
import { waits } from './lists.ts';

export interface Loads {
  readonly seat: AlarmLoad;
  readonly room: AlarmLoad;
  /** seats at which somebody sits, as far as this one hears; the room's load is shared by them */
  readonly operators: number;
}

/** Up to when this seat hears what asks: now, or the moment that its figures are dated by. Ms since the epoch. */
function useHeardUntil(): number {
  const now = useNow();
  const stale = useLink((link) => isStale(link.state));
  const asOf = useAsOf();
  return stale && asOf !== undefined ? asOf : now;
}

/** All that has asked the room for somebody, as far as this seat knows. */
function useAnnouncements(): readonly Announcement[] {
  const alarms = useRoomData(({ alarm }) => alarm);
  const tickets = useDesk((desk) => desk.tickets);
  return useMemo(() => announcements(alarms.values(), tickets.values()), [alarms, tickets]);
}

/** What alarms ask of this seat and of the room, now. */
export function useAlarmLoad(): Loads {
  const all = useAnnouncements();
  const seats = useSeats(({ list }) => list);
  const hearing = useHearing();
  const { seat } = useViewer();
  const now = useHeardUntil();
  const operators = Math.max(1, (seats ?? []).filter((seen) => isOccupied(seen, hearing)).length);
  return {
    seat: loadOf(timesAt(all, seat, now), now),
    room: loadOf(
      all.map(({ at }) => at),
      now,
      operators,
    ),
    operators,
  };
}

/** What asked this seat in the last ten minutes, the latest first: what its figure counts. */
export function useCounted(): readonly Announcement[] {
  const all = useAnnouncements();
  const { seat } = useViewer();
  const now = useHeardUntil();
  return askedOf(all, seat, now)
    .filter(({ at }) => at > now - TEN_MINUTES_MS)
    .toSorted((a, b) => b.at - a.at);
}

/** What alarms ask of any seat, now: the same figure as that seat shows of itself. */
export function useAlarmLoadOf(): (seat: string) => AlarmLoad {
  const all = useAnnouncements();
  const now = useHeardUntil();
  return (seat) => loadOf(timesAt(all, seat, now), now);
}

/** Somebody sits there, or may: what is unsure is not taken from the room. */
function isOccupied(seen: SeatSeen, hearing: Hearing | undefined): boolean {
  const state = presenceOf(seen, hearing);
  return seen.person !== undefined && (state === 'here' || state === 'unsure');
}

/** More than a person can bear: told by colour and word. */
export const isLoud = (grade: LoadGrade): boolean => grade === 'demanding' || grade === 'flood';

/** How many alarms nobody has acknowledged. */
export const useWaitingAlarms = (): number =>
  useRoomData(({ alarm }) => {
    let waiting = 0;
    for (const each of alarm.values()) if (waits(each)) waiting++;
    return waiting;
  });
