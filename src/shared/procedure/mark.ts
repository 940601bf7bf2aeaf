import { z } from 'zod';
import { CommandId, PersonId, SeatId } from '../ids.ts';
import { Instant } from '../wire/time.ts';

/** Names a procedure, a step or an answer in files: « fuite-de-gaz ». */
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens: fuite-de-gaz');
export const ProcedureId = slug.brand<'ProcedureId'>();
export type ProcedureId = z.infer<typeof ProcedureId>;
export const StepId = slug.brand<'StepId'>();
export type StepId = z.infer<typeof StepId>;
export const AnswerId = slug.brand<'AnswerId'>();
export type AnswerId = z.infer<typeof AnswerId>;

/** One version of a procedure: what a ticket began with stays what it is, whatever the file says since. */
export const ProcedureRef = z.object({ id: ProcedureId, version: z.int().min(1) });
export type ProcedureRef = z.infer<typeof ProcedureRef>;

/** A step as whoever marked it read it, in French: it must be told years after its file has changed. */
export const StepRead = z.object({
  id: StepId,
  text: z.string().min(1).max(160),
  mandatory: z.literal(true).optional(),
});
export type StepRead = z.infer<typeof StepRead>;

export const AnswerRead = z.object({ id: AnswerId, label: z.string().min(1).max(60) });
export type AnswerRead = z.infer<typeof AnswerRead>;

/** That a step was done or skipped, by whom and when. Kept with the ticket, named by the command that made it. */
export const StepMark = z.object({
  cmd: CommandId,
  procedure: ProcedureRef,
  step: StepRead,
  state: z.enum(['done', 'skipped']),
  /** to the step's question */
  answer: AnswerRead.optional(),
  person: PersonId,
  seat: SeatId,
  /** when it was done, by the hub's clock */
  at: Instant,
  motive: z.string().max(1_000).optional(),
});
export type StepMark = z.infer<typeof StepMark>;

/** Step ids are unique in their procedure, of whatever version. */
export const isMarkOf = (mark: StepMark, procedure: ProcedureId, step: StepId): boolean =>
  mark.procedure.id === procedure && mark.step.id === step;
