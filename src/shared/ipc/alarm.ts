import { z } from 'zod';
import { AlarmCommand } from '../alarm/command.ts';
import { ReplyCode } from '../wire/reply.ts';

/** What the window wants done to an alarm; the seat adds id, session and time. */
export const AlarmAct = z.object({
  op: z.enum(AlarmCommand.options.map((option) => option.shape.op.value) as [AlarmCommand['op']]),
  alarm: z.string().min(1).max(256),
  /** version that the operator saw */
  exp: z.int().min(1),
  args: z.record(z.string(), z.json()),
  motive: z.string().max(1_000).optional(),
});
export type AlarmAct = z.infer<typeof AlarmAct>;

export const AlarmAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({
    kind: z.literal('refused'),
    code: ReplyCode.or(z.literal('NO_SESSION')),
    field: z.string().optional(),
  }),
  /** the hub is away, or said nothing in time: it has not been done as far as anybody knows */
  z.object({ kind: z.literal('unanswered') }),
]);
export type AlarmAnswer = z.infer<typeof AlarmAnswer>;
