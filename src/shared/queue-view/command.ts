import { z } from 'zod';
import { PersonId } from '../ids.ts';
import { commandHead } from '../wire/command-head.ts';
import { NamedView } from './model.ts';

const { name, criteria } = NamedView.shape;

/** One's own view under a name, or, without criteria, none any more. What was said last counts: `madeAt`. */
export const ViewsKeep = z.object({
  ...commandHead,
  op: z.literal('views.keep'),
  target: z.object({ type: z.literal('views'), id: PersonId }),
  /** 0 by custom and not looked at */
  exp: z.int().min(0),
  args: z.object({ name, criteria }),
});
export type ViewsKeep = z.infer<typeof ViewsKeep>;
