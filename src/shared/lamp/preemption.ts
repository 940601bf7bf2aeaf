import { v5 } from 'uuid';
import { z } from 'zod';
import { PersonId, PreemptionId } from '../ids.ts';
import { Instant } from '../wire/time.ts';
import { type LampOverride, LampSelection } from './override.ts';
import { orderKey } from './trouble-ticket.ts';

/**
 * `room/v1/data/preemption/<id>`: somebody's order was laid over another person's. It stays until that person has seen it,
 * at whatever seat and however long they are away, and says what has come of it.
 */
export const Preemption = z.object({
  v: z.literal(1),
  id: PreemptionId,
  /** whose order was in force, and what that is */
  of: PersonId,
  order: z.object({
    /** as `orderKey` says it */
    key: z.string().min(1).max(256),
    street: z.string().max(200),
    selection: LampSelection.optional(),
    until: Instant,
  }),
  /** who laid theirs over it, when, and until when */
  by: PersonId,
  at: Instant,
  until: Instant,
  /** so many of its lamps were asked for; for so many the later order has left, and counts or did; on so many the first counts again */
  asked: z.int().min(1),
  left: z.int().min(0),
  back: z.int().min(0),
  /** when the later order was over: ended, given back, or never left */
  overAt: Instant.optional(),
});
export type Preemption = z.infer<typeof Preemption>;

/** For names that are two orders. */
const PREEMPTIONS = '0f0f5e0a-5d1f-4a3e-8d2b-9a5a4a4a7c11';

/** Of two orders, of whatever commands each was sent as. */
export const preemptionId = (
  order: Pick<LampOverride, 'id' | 'selection'>,
  by: Pick<LampOverride, 'id' | 'selection'>,
): PreemptionId => v5(`${orderKey(order)} ${orderKey(by)}`, PREEMPTIONS) as PreemptionId;

/**
 * What has come of it. `asked`: nothing has left yet. `unsent`: nothing ever did, or gateways said no, and the first order
 * holds as before. `left`: the later one counts. `back`: it is over, and the first counts again. `ended`: it is over, and the
 * first had ended before, or was given back.
 */
export type PreemptionState = 'asked' | 'unsent' | 'left' | 'back' | 'ended';

export function stateOf({ left, back, overAt }: Preemption): PreemptionState {
  if (left === 0) return overAt === undefined ? 'asked' : 'unsent';
  if (overAt === undefined) return 'left';
  return back > 0 ? 'back' : 'ended';
}
