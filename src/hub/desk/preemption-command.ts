import type { PreemptionSeen } from '../../shared/lamp/preemption-command.ts';
import { markPreemptionSeen, readPreemption } from '../lighting/command/preemption-file.ts';
import type { Unit } from '../store/unit.ts';
import type { Circumstance, DeskContext, Outcome } from './context.ts';
import { handle } from './handle.ts';

/** `preemption.seen`: by whose order it was, at whatever seat. */
export async function handlePreemption(
  unit: Unit,
  command: PreemptionSeen,
  on: Circumstance,
  desk: DeskContext,
): Promise<Outcome> {
  const { id } = command.target;
  const { outcome } = await handle(unit, command, on, desk, {
    about: `preemption:${id}`,
    target: { kind: 'preemption' },
    async judge({ person }) {
      const known = await readPreemption(unit.tx, id);
      if (known === undefined) return { code: 'OK' }; // it is long past
      if (known.of !== person.id) return { code: 'FORBIDDEN', field: 'target.id' };
      await markPreemptionSeen(unit, id, on.at, desk.data);
      return { code: 'OK' };
    },
  });
  return outcome;
}
