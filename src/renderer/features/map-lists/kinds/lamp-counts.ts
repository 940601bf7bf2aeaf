import { indexOf, type LampKey, slotOf } from '../../../../shared/lamp/selection.ts';
import { LampState } from '../../../../shared/lamp/state.ts';
import type { Translate } from '../../../lib/i18n/index.tsx';
import type { LampTable } from '../../map/index.ts';

/** « 42 lampadaires, 3 en défaut », as the seat knows them now. */
export function lampWords(
  t: Translate,
  table: Pick<LampTable, 'find' | 'state'>,
  keys: readonly LampKey[],
): string {
  const faulty = keys.filter(
    (key) => ((table.state[table.find(slotOf(key), indexOf(key))] ?? 0) & LampState.fault) !== 0,
  ).length;
  return t('lists.lamps', { n: keys.length, faulty });
}

export const refsOf = (keys: readonly LampKey[]) =>
  keys.map((key) => ({ slot: slotOf(key), index: indexOf(key) }));
