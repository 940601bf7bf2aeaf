import { expect, vi } from 'vitest';
import type { TicketStore } from '../../src/seat/desk/ticket-store.ts';
import type { SeatParts } from './seat-parts.ts';
import type { SmallHub } from './small-hub.ts';

/** More than fits into what a full disk has left. */
export const LONG = { description: 'x'.repeat(4_000) };

export const byId = <T extends { id: string }>(tickets: Iterable<T>): Record<string, T> =>
  Object.fromEntries([...tickets].map((ticket) => [ticket.id, ticket]));
/** What the seat has asked the hub, in order. */
export const queries = ({ link }: SeatParts): unknown[] =>
  link.heard('room/v1/query/+').map(({ type }) => type);
/** The seat holds what the hub holds. */
export const equal = (store: TicketStore, hub: SmallHub): Promise<void> =>
  vi.waitFor(
    () => {
      expect(store.standing()).toMatchObject({ epoch: hub.epoch, lastSeq: hub.log.length });
      expect(byId(store.all())).toEqual(byId(hub.tickets.values()));
    },
    { interval: 1 },
  );
