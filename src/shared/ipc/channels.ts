/** Names of the two channels between a window and main; kept apart so that the preload carries no schema. */
export const REQUEST_CHANNEL = 'vigie:request';
export const PUSH_CHANNEL = 'vigie:push';

/** Why a request has no answer where the seat engine ended meanwhile: the words of it are the window's. */
export const ENGINE_ENDED = 'engine-ended';

/** A request's end as it crosses the channel: an error travels as text, not as an exception dressed up by the host. */
export type Settled =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string };
