import type { StepArgs } from '../wire/command.ts';
import type { AnswerRead, StepRead } from './mark.ts';
import { type Answer, allSteps, type Procedure, type Step, textIn } from './model.ts';

/** How a step is named in a command: as it was read, in French whatever the language of the console. */
export const stepRead = ({ id, text, mandatory }: Step): StepRead => ({
  id,
  text: textIn(text, 'fr'),
  ...(mandatory === true ? { mandatory } : {}),
});

export const answerRead = ({ id, label }: Answer): AnswerRead => ({ id, label: textIn(label, 'fr') });

/**
 * What of a mark doesn't agree with the procedure that it names: a step or an answer that this doesn't have or words
 * otherwise, a question without its answer, a mandatory step skipped without a motive.
 * @returns the field at fault; undefined where nothing is
 */
export function faultOfMark(
  procedure: Procedure,
  args: StepArgs,
  motive: string | undefined,
): string | undefined {
  const step = allSteps(procedure).find(({ id }) => id === args.step.id);
  if (step === undefined) return 'args.step';
  const read = stepRead(step);
  if (read.text !== args.step.text || read.mandatory !== args.step.mandatory) return 'args.step';
  if (args.mark === 'skipped') return step.mandatory && motive === undefined ? 'motive' : undefined;
  if (args.mark === 'none') return undefined;
  const answers = (step.ask?.answers ?? []).map(answerRead);
  if (answers.length === 0) return args.answer === undefined ? undefined : 'args.answer';
  const { id, label } = args.answer ?? {};
  return answers.some((answer) => answer.id === id && answer.label === label) ? undefined : 'args.answer';
}
