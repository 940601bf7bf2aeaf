import { z } from 'zod';
import { Ticket, TicketEvent } from '../ticket/model.ts';
import { ReplyCode } from './reply.ts';

const QueryId = z.uuid();

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
]);
export type Query = z.infer<typeof Query>;

const page = {
  v: z.literal(1),
  query: QueryId,
  ok: z.boolean(),
  code: ReplyCode,
  epoch: z.string(),
  /** the hub's sequence at the time of the answer */
  head: z.int().min(0),
  /** counts the pages from 0; `more` says whether another follows */
  page: z.int().min(0),
  more: z.boolean(),
};

export const QueryPage = z.discriminatedUnion('type', [
  z.object({ ...page, type: z.literal('since'), events: z.array(TicketEvent) }),
  z.object({ ...page, type: z.literal('snapshot'), tickets: z.array(Ticket), events: z.array(TicketEvent) }),
]);
export type QueryPage = z.infer<typeof QueryPage>;
