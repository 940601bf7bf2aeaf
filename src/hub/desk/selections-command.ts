import type { SelectionsKeep } from '../../shared/kept-selection/command.ts';
import { keepSelection } from '../kept-selections/keep.ts';
import type { Unit } from '../store/unit.ts';
import type { Circumstance, DeskContext, Outcome } from './context.ts';
import { handle } from './handle.ts';

/** `selections.keep`: one's own, whenever it was said: a seat that was alone brings what it has, and the latest counts. */
export async function handleSelections(
  unit: Unit,
  command: SelectionsKeep,
  on: Circumstance,
  desk: DeskContext,
): Promise<Outcome> {
  const { target, args } = command;
  const { outcome } = await handle(unit, command, on, desk, {
    about: `selections:${target.id}`,
    target: { kind: 'selections' },
    async judge({ person, madeAt }) {
      if (person.id !== target.id) return { code: 'FORBIDDEN', field: 'target' };
      const said = { name: args.name, content: args.content, at: madeAt };
      const fits = await keepSelection(unit, person.id, said, desk.data);
      return fits ? { code: 'OK' } : { code: 'BAD_STATE', field: 'args.content' };
    },
    told: () => ({ name: args.name }),
  });
  return outcome;
}
