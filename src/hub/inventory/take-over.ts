import { z } from 'zod';
import { Instant, instant, millis } from '../../shared/wire/time.ts';
import { journalize } from '../journal/journalize.ts';
import { IMPORTS } from '../lighting/inventory.ts';
import type { Tx } from '../store/tables.ts';
import type { Unit } from '../store/unit.ts';
import { inventoryState } from './stage.ts';

/** So long a staged import waits for a hub, ms: who gave the command has stopped waiting long before. */
const WAITS_MS = 10 * 60_000;

/** What becomes of a staged import. */
export const Answer = z.enum([
  'taken',
  /** the inventory is another one by now: a lamp was mended, or another import came first */
  'changed',
  /** it has waited too long: what was right then may be a surprise now */
  'late',
]);
export type Answer = z.infer<typeof Answer>;

const Told = z.record(z.string(), z.json());
const Replaces = z.array(z.enum(['streets', 'cabinet', 'circuit', 'crossing']));

/**
 * Takes a staged import over, whole or not at all, and journalises what was decided. What it brings is moved within the
 * store and not read: some megabytes for a whole city.
 * @returns undefined where there is no such import, or it has its answer
 */
export async function takeOver(unit: Unit, id: string, now: number): Promise<Answer | undefined> {
  const { tx } = unit;
  const staged = await tx
    .selectFrom('inventory_staged')
    .select(['at', 'state', 'replaces', 'told'])
    .where('id', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirst();
  if (staged === undefined) return undefined;
  const isLate = now - millis(Instant.parse(staged.at)) > WAITS_MS;
  const isSame = (await inventoryState(tx)) === staged.state;
  const answer: Answer = isLate ? 'late' : isSame ? 'taken' : 'changed';
  const at = instant(now);
  if (answer === 'taken') {
    await moveDistricts(tx, id, at);
    for (const kind of Replaces.parse(JSON.parse(staged.replaces))) await replace(tx, kind, id);
    await unit.count(IMPORTS);
  }
  await tx.deleteFrom('inventory_staged_part').where('import_id', '=', id).execute();
  await tx.updateTable('inventory_staged').set({ answer }).where('id', '=', id).execute();
  const told = Told.parse(JSON.parse(staged.told));
  const action = answer === 'taken' ? 'inventory.imported' : 'inventory.refused';
  await journalize(unit, { at, action, payload: answer === 'taken' ? told : { ...told, reason: answer } });
  return answer;
}

async function moveDistricts(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx
    .insertInto('dictionary')
    .columns(['district', 'dict_version', 'imported', 'json', 'gone'])
    .expression((eb) =>
      eb
        .selectFrom('inventory_staged_part')
        .select(({ val }) => ['id', 'version', val(at).as('imported'), 'json', 'gone'])
        .where('import_id', '=', id)
        .where('kind', '=', 'district'),
    )
    .onConflict((oc) =>
      oc.column('district').doUpdateSet(({ ref }) => ({
        dict_version: ref('excluded.dict_version'),
        imported: ref('excluded.imported'),
        json: ref('excluded.json'),
        gone: ref('excluded.gone'),
      })),
    )
    .execute();
}

/** Puts a list in the place of all that is there. */
async function replace(tx: Tx, kind: z.infer<typeof Replaces>[number], id: string): Promise<void> {
  await tx.deleteFrom(kind).execute();
  const rows = tx
    .selectFrom('inventory_staged_part')
    .select(kind === 'crossing' ? ['id', 'json', 'gone'] : ['id', 'json'])
    .where('import_id', '=', id)
    .where('kind', '=', kind);
  if (kind === 'streets')
    await tx.insertInto('streets').columns(['district', 'json']).expression(rows).execute();
  else if (kind === 'crossing')
    await tx.insertInto('crossing').columns(['id', 'json', 'gone']).expression(rows).execute();
  else await tx.insertInto(kind).columns(['id', 'json']).expression(rows).execute();
}
