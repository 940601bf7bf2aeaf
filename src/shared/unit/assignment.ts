import { z } from 'zod';
import { CommandId, UnitId } from '../ids.ts';
import { Instant } from '../wire/time.ts';

/**
 * How far a unit is with a ticket, as the room knows it.
 * - `told`: its order is on its way; nothing has been heard of the unit itself
 * - `untold`: it was not told, or has not answered while it could be told: somebody has to see to it
 * - `byVoice`: told by radio or telephone, by nothing of the room's
 * - `accepted`, `onSite`, `done`, `refused`: its own answer, over the room or by voice
 */
export const AssignmentState = z.enum(['told', 'untold', 'byVoice', 'accepted', 'onSite', 'done', 'refused']);
export type AssignmentState = z.infer<typeof AssignmentState>;

export const Assignment = z.object({
  unit: UnitId,
  state: AssignmentState,
  /** since when, by the hub's clock */
  at: Instant,
  /** the order that it was told by: an answer to another one changes nothing here */
  cmd: CommandId.optional(),
  /** it was said by radio or telephone, and written down by whoever heard it */
  byVoice: z.literal(true).optional(),
  /** of a refusal, in the unit's words */
  motive: z.string().max(1_000).optional(),
  /**
   * what became of the order to stand down that followed the closing, and since when: the unit has heard it, or has
   * said nothing while it could be told; absent while it is only on its way
   */
  recall: z.object({ state: z.enum(['heard', 'silent']), at: Instant }).optional(),
});
export type Assignment = z.infer<typeof Assignment>;

/** A unit that was taken off a ticket that went on, and when last, by the hub's clock. */
export const TakenOff = z.object({ unit: UnitId, at: Instant });
export type TakenOff = z.infer<typeof TakenOff>;

/** The unit is on its way, there, or about to hear of it: it must be told when the matter is over. */
export const isUnderWay = ({ state }: Pick<Assignment, 'state'>): boolean =>
  state === 'told' || state === 'accepted' || state === 'onSite';

/** It has said that it comes, or is there: it is not taken off by a slip of the hand. */
export const isCommitted = ({ state }: Pick<Assignment, 'state'>): boolean =>
  state === 'accepted' || state === 'onSite';

/** Giving the ticket back would turn somebody about: that is not done by a slip of the hand either. */
export const hasCommitted = ({
  assignments = [],
}: {
  readonly assignments?: readonly Assignment[] | undefined;
}): boolean => assignments.some(isCommitted);

/** Nobody comes: the owner has to see to it. */
export const isOpenQuestion = ({ state }: Pick<Assignment, 'state'>): boolean =>
  state === 'untold' || state === 'refused';
