import { z } from 'zod';
import { PersonId, ShiftId } from '../ids.ts';
import { commandHead } from '../wire/command-head.ts';
import { Shift } from './model.ts';

const onShift = <O extends string, A extends z.ZodType>(op: O, args: A) =>
  z.object({
    ...commandHead,
    op: z.literal(op),
    target: z.object({ type: z.literal('shift'), id: ShiftId }),
    /** 0 by custom and not looked at: a handover is answered once */
    exp: z.int().min(0),
    args,
  });
const { note, matters, unconfirmed } = Shift.shape;

export const ShiftCommand = z.discriminatedUnion('op', [
  /** all tickets of who leaves are offered to one person, with a note; another offer of theirs that waits ends */
  onShift('shift.offer', z.object({ to: PersonId, note, matters, unconfirmed })),
  onShift('shift.accept', z.object({})),
  onShift('shift.decline', z.object({})),
  /** by who offered it, or a supervisor: who was asked is not there after all */
  onShift('shift.withdraw', z.object({})),
]);
export type ShiftCommand = z.infer<typeof ShiftCommand>;
