import { z } from 'zod';
import { ReplyCode } from './reply.ts';

export const QueryId = z.uuid();

/** What each page of an answer has, on `room/v1/rsp/<seatId>`. */
export const page = {
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

/** The same, of a question that is refused by name: FORBIDDEN, INVALID with `field`, RETRY. */
export const refusablePage = { ...page, field: z.string().max(300).optional() };
