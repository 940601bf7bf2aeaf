import { z } from 'zod';
import { PersonId } from '../ids.ts';
import { commandHead } from '../wire/command-head.ts';
import { SelectionContent, SelectionName } from './model.ts';

/** One's own selection under a name, or, without content, none any more. What was said last counts: `madeAt`. */
export const SelectionsKeep = z.object({
  ...commandHead,
  op: z.literal('selections.keep'),
  target: z.object({ type: z.literal('selections'), id: PersonId }),
  /** 0 by custom and not looked at */
  exp: z.int().min(0),
  args: z.object({ name: SelectionName, content: SelectionContent.optional() }),
});
export type SelectionsKeep = z.infer<typeof SelectionsKeep>;
