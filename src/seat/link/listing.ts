import { type Listed, Listing, listingTopic } from '../../shared/wire/listing.ts';
import type { Room } from './room.ts';

/**
 * Hears which ids of a kind there are; what a seat has beyond them was taken away while it was not there to hear it.
 * To be asked for after the kind itself: the broker sends what it retains in the order of subscriptions, so that an
 * entry that is about to go does not come back after its listing.
 */
export const hearListing = (
  room: Room,
  kind: Listed,
  onListed: (ids: ReadonlySet<string>) => void,
): (() => void) =>
  room.listen(listingTopic(kind), 1, (topic, payload) => {
    // Taken away: then nothing is known of what there is.
    const listing = payload === undefined ? undefined : room.parse(topic, Listing, payload);
    if (listing !== undefined) onListed(new Set(listing.ids));
  });
