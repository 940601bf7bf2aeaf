/** Names of the two channels between a window and main; kept apart so that the preload carries no schema. */
export const REQUEST_CHANNEL = 'vigie:request';
export const PUSH_CHANNEL = 'vigie:push';
