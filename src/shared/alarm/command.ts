import { z } from 'zod';
import { AlarmId } from '../ids.ts';
import { commandHead } from '../wire/command-head.ts';

const motive = z.string().trim().min(1).max(1_000);

/** A command on an alarm, never queued and never late; `exp` is the version that its author saw. */
const onAlarm = <O extends string, A extends z.ZodType>(op: O, args: A) =>
  z.object({
    ...commandHead,
    op: z.literal(op),
    target: z.object({ type: z.literal('alarm'), id: AlarmId }),
    exp: z.int().min(1),
    args,
  });

export const AlarmCommand = z.discriminatedUnion('op', [
  onAlarm('alarm.acknowledge', z.object({})),
  /** hidden for a time, and why; how long at most the alarm itself says */
  onAlarm(
    'alarm.shelve',
    z.object({
      minutes: z
        .int()
        .min(1)
        .max(7 * 24 * 60),
    }),
  ).extend({ motive }),
  onAlarm('alarm.unshelve', z.object({})),
  /** hidden until somebody brings it back, and why */
  onAlarm('alarm.outOfService', z.object({})).extend({ motive }),
  onAlarm('alarm.inService', z.object({})),
]);
export type AlarmCommand = z.infer<typeof AlarmCommand>;
