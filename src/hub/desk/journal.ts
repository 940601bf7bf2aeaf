import type { JournalFact } from '../../node/journal/chain.ts';
import type { Command } from '../../shared/wire/command.ts';
import { journalize } from '../journal/journalize.ts';
import type { Unit } from '../store/unit.ts';
import type { Circumstance } from './context.ts';

/** Writes to the main courante what became of a command: who, where, on what, with what result. */
export const journalizeCommand = (
  unit: Unit,
  command: Command,
  { seat, at }: Circumstance,
  facts: Omit<JournalFact, 'at' | 'seat' | 'action'>,
): Promise<void> =>
  journalize(unit, {
    at,
    action: command.op,
    seat,
    ...facts,
    payload: { cmd: command.cmd, ...facts.payload },
  });
