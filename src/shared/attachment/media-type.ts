import { z } from 'zod';

/** Media types that are taken (RFC 6838), told by the bytes themselves (`mediaTypeOf`) and never by a name. */
export const MediaType = z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'text/plain']);
export type MediaType = z.infer<typeof MediaType>;
