import { distance } from '../../shared/geo/position.ts';
import type { InventoryMend } from '../../shared/wire/command.ts';
import { isSamePlace, mendLamp } from '../lighting/dictionary.ts';
import { districtOf, keepDistrict } from '../lighting/inventory.ts';
import type { Unit } from '../store/unit.ts';
import type { Circumstance, DeskContext, Outcome } from './context.ts';
import { handle } from './handle.ts';

/** Farther than this, m, a lamp is not mended but another one: an import is what brings it there. */
export const MENDED_WITHIN_M = 2_000;

/** `inventory.mend`: a lamp stands elsewhere than the inventory says. Its author, its motive and both places are journalised. */
export async function handleInventory(
  unit: Unit,
  command: InventoryMend,
  on: Circumstance,
  desk: DeskContext,
): Promise<Outcome> {
  const { target, args } = command;
  const { outcome } = await handle(unit, command, on, desk, {
    about: `lamp:${target.id}`,
    target: { kind: 'lamp' },
    judge: () => mend(unit, command, on),
    told: () => ({ from: [...args.from], position: [...args.position] }),
  });
  return outcome;
}

async function mend({ tx }: Unit, { target, args }: InventoryMend, { at }: Circumstance): Promise<Outcome> {
  const stored = await districtOf(tx, target.id);
  const lamp = stored?.dictionary.lamps.find((one) => one?.id === target.id);
  if (stored === undefined || !lamp) return { code: 'NOT_FOUND', field: 'target.id' };
  // It was moved since its author looked: theirs is the answer to another question.
  if (!isSamePlace(lamp.position, args.from)) return { code: 'BAD_STATE', field: 'args.from' };
  if (distance(lamp.position, args.position) > MENDED_WITHIN_M)
    return { code: 'INVALID', field: 'args.position' };
  const dictionary = mendLamp(stored.dictionary, target.id, args.position);
  await keepDistrict(tx, { ...stored, dictionary }, at);
  return { code: 'OK' };
}
