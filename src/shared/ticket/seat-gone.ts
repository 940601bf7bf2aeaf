/** Motive of what the hub does by itself: a ticket returns to the queue, for its owner's seat has been gone too long. */
export const SEAT_GONE = 'seatGone';
