import { z } from 'zod';

/**
 * What is wrong where many lamps of a cabinet are: nothing feeds them, as their cabinet says; they say that they are
 * broken; they are dark at night, or burn by day, as their reports tell.
 */
export const FaultCondition = z.enum(['supply', 'broken', 'dark', 'burning']);
export type FaultCondition = z.infer<typeof FaultCondition>;
