import { z } from 'zod';
import { PersonId } from '../ids.ts';
import { Priority, Service, TicketSource } from '../ticket/model.ts';
import { Instant } from '../wire/time.ts';

/** What of the queue somebody looks at; an empty list is all there are. */
export const Criteria = z.object({
  whose: z.enum(['all', 'free', 'mine']).default('all'),
  priorities: z.array(Priority).max(4).default([]),
  services: z.array(Service).max(20).default([]),
  kinds: z.array(z.string().max(80)).max(100).default([]),
  states: z
    .array(z.enum(['open', 'claimed', 'inProgress']))
    .max(3)
    .default([]),
  sources: z.array(TicketSource.shape.kind).max(5).default([]),
  communes: z.array(z.string().max(200)).max(100).default([]),
  owners: z.array(z.string().max(120)).max(100).default([]),
  /** only what is past the time of what has to be done next */
  late: z.boolean().default(false),
});
export type Criteria = z.infer<typeof Criteria>;

/** A view of the queue that somebody has named; without criteria its name was taken away. */
export const NamedView = z.object({
  name: z.string().trim().min(1).max(60),
  criteria: Criteria.optional(),
  /** when it was named so */
  at: Instant,
});
export type NamedView = z.infer<typeof NamedView>;

/** More names than this nobody tells apart; the earliest are forgotten. */
export const MOST_VIEWS = 60;

/** `room/v1/data/queueViews/<person>`: the views of a person, at whatever seat they sit. */
export const QueueViews = z.object({
  v: z.literal(1),
  id: PersonId,
  views: z.array(NamedView).max(MOST_VIEWS),
});
export type QueueViews = z.infer<typeof QueueViews>;
