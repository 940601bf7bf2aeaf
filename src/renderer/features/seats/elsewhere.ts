import { whereabouts } from '../../../shared/seat/presence.ts';
import type { SeatSeen } from '../../../shared/seat/seen.ts';
import { useHearing } from './hearing.ts';
import { shortSeat } from './PersonField.tsx';
import { useSeats } from './store.ts';

const NO_SEATS: readonly SeatSeen[] = [];

/**
 * At which other seats somebody sits too, as far as is heard here, as people call them: « 14 », « 14, 16 »; undefined
 * where at none.
 * @param own the seat that asks
 */
export function useElsewhere(own: string): (person: string) => string | undefined {
  const seats = useSeats(({ list }) => list) ?? NO_SEATS;
  const hearing = useHearing();
  return (person) => {
    const others = whereabouts(person, seats, hearing).seats.filter(({ seat }) => seat !== own);
    return others.length === 0 ? undefined : others.map(({ seat }) => shortSeat(seat)).join(', ');
  };
}
