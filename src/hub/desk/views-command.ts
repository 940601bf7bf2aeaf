import type { ViewsKeep } from '../../shared/queue-view/command.ts';
import { keepView } from '../queue-views/keep.ts';
import type { Unit } from '../store/unit.ts';
import type { Circumstance, DeskContext, Outcome } from './context.ts';
import { handle } from './handle.ts';

/** `views.keep`: one's own, whenever it was said: a seat that was alone brings what it has, and the latest counts. */
export async function handleViews(
  unit: Unit,
  command: ViewsKeep,
  on: Circumstance,
  desk: DeskContext,
): Promise<Outcome> {
  const { target, args } = command;
  const { outcome } = await handle(unit, command, on, desk, {
    about: `views:${target.id}`,
    target: { kind: 'views' },
    async judge({ person, madeAt }) {
      if (person.id !== target.id) return { code: 'FORBIDDEN', field: 'target' };
      await keepView(unit, person.id, { ...args, at: madeAt }, desk.data);
      return { code: 'OK' };
    },
  });
  return outcome;
}
