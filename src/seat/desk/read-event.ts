import { z } from 'zod';
import { Ticket, TicketEvent } from '../../shared/ticket/model.ts';
import { topics } from '../../shared/wire/topic.ts';
import type { Page } from '../link/correspondence.ts';
import type { Room } from '../link/room.ts';
import type { Heard } from './ticket-store.ts';

/** The least that an event must say to keep its place in the sequence. */
const Place = z.object({
  seq: z.int().min(1),
  epoch: z.string().min(1),
  target: z.object({ type: z.string() }).optional().catch(undefined),
});

/** An event's place and, where it is about a ticket and can be read, the event. */
export interface InSequence extends Heard {
  readonly epoch: string;
  /** it is about a ticket, and this seat can't read it: the ticket must be had from the hub */
  readonly unreadable?: true;
}

/**
 * Reads an event. One sequence carries events of all kinds, so one that this seat doesn't know or can't read still
 * takes its place in it: otherwise all that follows would wait for ever.
 * @returns undefined for what has no place in the sequence; it has been counted
 */
export function readEvent(room: Room, topic: string, payload: unknown): InSequence | undefined {
  const place = Place.safeParse(payload);
  if (place.success) {
    const { seq, epoch, target } = place.data;
    if (target !== undefined && target.type !== 'ticket') return { seq, epoch };
  }
  const event = room.parse(topic, TicketEvent, payload);
  if (event !== undefined) return { seq: event.seq, epoch: event.epoch, event };
  return place.success ? { seq: place.data.seq, epoch: place.data.epoch, unreadable: true } : undefined;
}

/** The tickets of a page that can be read; the others are counted and left out. */
export const readTickets = (room: Room, page: Page): readonly Ticket[] =>
  page.type === 'since'
    ? []
    : page.tickets.flatMap((ticket) => room.parse(topics.reply(room.seat), Ticket, ticket) ?? []);

/** The events of a page in their places. */
export const readEvents = (room: Room, page: Page): readonly InSequence[] =>
  page.events.flatMap((event) => readEvent(room, topics.reply(room.seat), event) ?? []);
