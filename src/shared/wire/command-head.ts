import { z } from 'zod';
import { CommandId, RuleId, SessionId } from '../ids.ts';
import { Instant } from './time.ts';

/** What every command says that somebody makes. */
export const commandHead = {
  v: z.literal(1),
  cmd: CommandId,
  session: SessionId,
  madeAt: Instant,
  expiresAt: Instant.optional(),
  motive: z.string().trim().min(1).max(1_000).optional(),
  /** the rule whose advice its author followed (`src/shared/advice`): told apart from what was done unasked */
  advice: RuleId.optional(),
};
