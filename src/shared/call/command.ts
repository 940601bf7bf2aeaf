import { z } from 'zod';
import { CallId } from '../ids.ts';
import { commandHead } from '../wire/command-head.ts';

/** Takes a ringing call at one's seat: never queued, never late. The first wins; its ticket is made by the hub. */
export const CallAnswer = z.object({
  ...commandHead,
  op: z.literal('call.answer'),
  target: z.object({ type: z.literal('call'), id: CallId }),
  args: z.object({}),
});
