import { duplicatesOf } from '../../src/shared/advice/duplicate.ts';
import { outageBehind } from '../../src/shared/advice/outage.ts';
import { tripOf } from '../../src/shared/advice/trip.ts';
import type { Ticket } from '../../src/shared/ticket/model.ts';
import type { Row } from '../report.ts';
import { manyTickets } from './page/many-tickets.ts';

const OPEN = 10_000;
const LOOKS = 50;
/** A city of some 8 by 6 km, in degrees. */
const CITY = { south: 47.29, west: 4.98, lat: 0.055, lon: 0.1 } as const;

/** The rules that look at all other tickets, for the one that is open: they run again at each change of the queue. */
export function adviceRows(): readonly Row[] {
  const mixed = (n: number) => (n % 4 === 0 ? 'lampReported' : 'noise');
  return [
    looked('advice on one of 10,000 open tickets, a quarter of them dark lamps', mixed, 16),
    looked('advice on one of 10,000 open tickets, every one a dark lamp', () => 'lampReported', 50),
  ];
}

function looked(measure: string, kindOf: (n: number) => Ticket['kind'], goal: number): Row {
  const tickets = manyTickets(OPEN, Date.now()).map(
    (ticket, n): Ticket => ({
      ...ticket,
      kind: kindOf(n),
      place: { ...ticket.place, position: somewhere(n) },
    }),
  );
  const ours: number[] = [];
  for (let n = 0; n < LOOKS; n++) {
    const ticket = tickets[(n * 7_919) % OPEN]!;
    const start = performance.now();
    duplicatesOf(ticket, tickets);
    outageBehind(ticket, tickets);
    tripOf(ticket, tickets);
    ours.push(performance.now() - start);
  }
  return { measure, unit: 'ms', ours, goal, good: 'at most' };
}

/** Evenly over the city, the same at each run. */
const somewhere = (n: number): NonNullable<Ticket['place']['position']> => [
  CITY.west + ((n * 0.754_877_666) % 1) * CITY.lon,
  CITY.south + ((n * 0.569_840_291) % 1) * CITY.lat,
];
