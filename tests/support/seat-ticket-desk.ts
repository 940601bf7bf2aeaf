import { TicketDesk, type TicketDeskOptions } from '../../src/seat/desk/ticket-desk.ts';
import { SeatWatch } from '../../src/seat/seats/seat-watch.ts';
import type { SessionState } from '../../src/shared/wire/reply.ts';
import type { SeatParts } from './seat-parts.ts';

/** Who sits there, where nothing else is said. */
export const SESSION = {
  session: 's-1',
  person: { v: 1, id: 'p-1', name: 'Camille Petit', role: 'operator', domains: [] },
  role: 'operator',
  openedAt: '2026-11-23T11:00:00.000Z',
  assurance: 'declared',
} as unknown as SessionState;

export const LAMP_OUT = {
  title: 'Lampe éteinte',
  kind: 'lampFault',
  service: 'lighting',
  priority: 3,
  place: { label: 'ici' },
};

/** The desk of a seat on its own parts, heard by nobody but where the test says so. */
export function openTicketDesk(parts: SeatParts, own: Partial<TicketDeskOptions>): TicketDesk {
  const seats = new SeatWatch(parts.room, () => {}, parts.now);
  return new TicketDesk({
    db: parts.databases.desk,
    disk: parts.disk,
    room: parts.room,
    letters: parts.letters,
    session: { current: () => SESSION, over: () => {} },
    hubUp: () => false,
    personAt: (seat) => seats.personAt(seat),
    onHead: () => {},
    onNewEpoch: () => {},
    onReread: () => {},
    onUnsupported: () => {},
    onUnreadable: () => {},
    push: () => {},
    now: parts.now,
    ...own,
  });
}
