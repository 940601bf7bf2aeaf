import { z } from 'zod';
import { SessionId, TicketId } from '../ids.ts';
import { Ticket, TicketEvent } from '../ticket/model.ts';
import { page, QueryId } from './page.ts';
import { Instant } from './time.ts';

/** Where a search in the archives goes on: behind the last ticket that it has looked at. */
export const ArchiveMark = z.object({ closedAt: Instant, id: TicketId });
export type ArchiveMark = z.infer<typeof ArchiveMark>;

/** `room/v1/query/<seatId>`. */
export const Query = z.discriminatedUnion('type', [
  /** events after `since`; answered STALE_EPOCH where the epoch differs or `since` is beyond the head */
  z.object({
    v: z.literal(1),
    query: QueryId,
    type: z.literal('since'),
    epoch: z.string(),
    since: z.int().min(0),
  }),
  /** open tickets and those closed in the last 72 h, with their events; in pages */
  z.object({ v: z.literal(1), query: QueryId, type: z.literal('snapshot') }),
  /**
   * tickets closed longer ago than seats hold them, of which each word of `text` begins a word; the latest closed
   * first, `limit` at most. `behind` goes on where an answer's `next` said
   */
  z.object({
    v: z.literal(1),
    query: QueryId,
    type: z.literal('search'),
    /** whose question it is: what is asked of the archives is in the journal */
    session: SessionId,
    text: z.string().min(1).max(200),
    behind: ArchiveMark.optional(),
    limit: z.int().min(1).max(100),
  }),
  /** one ticket with its events, however old; NOT_FOUND where it is kept no more */
  z.object({
    v: z.literal(1),
    query: QueryId,
    type: z.literal('ticket'),
    session: SessionId,
    ticket: TicketId,
  }),
]);
export type Query = z.infer<typeof Query>;

export const QueryPage = z.discriminatedUnion('type', [
  z.object({ ...page, type: z.literal('since'), events: z.array(TicketEvent) }),
  z.object({ ...page, type: z.literal('snapshot'), tickets: z.array(Ticket), events: z.array(TicketEvent) }),
  z.object({
    ...page,
    type: z.literal('search'),
    tickets: z.array(Ticket),
    /** none: they are asked for with the one ticket that is opened */
    events: z.array(TicketEvent),
    /** there may be more: ask again, behind this */
    next: ArchiveMark.optional(),
  }),
  z.object({ ...page, type: z.literal('ticket'), tickets: z.array(Ticket), events: z.array(TicketEvent) }),
]);
export type QueryPage = z.infer<typeof QueryPage>;
