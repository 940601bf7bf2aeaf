import { z } from 'zod';
import type { RoomKind } from './room-data.ts';
import { topics } from './topic.ts';

/**
 * `room/v1/data/index/<kind>`: all that the hub retains of a kind. Who was away when something was taken out never
 * hears the empty payload that says so; this tells it what is no more. It may be some time older than the entries: what a
 * seat has heard since it is connected counts for more.
 */
export const Listing = z.object({ v: z.literal(1), ids: z.array(z.string().min(1).max(256)) });
export type Listing = z.infer<typeof Listing>;

/** Kinds that are listed: `room/v1/data/person/<id>`, `room/v1/cam/<cameraId>`, and all room data. */
export type Listed = 'person' | 'camera' | RoomKind;
export const listingTopic = (kind: Listed): string => topics.data('index', kind);
