import type { Translate } from '../../../lib/i18n/index.tsx';
import type { LampBook } from '../../city/index.ts';
import { type LampRef, type LampTable, lampLine } from '../../map/index.ts';
import type { Inside, ListedMap, Thing } from '../model.ts';

/** Lamps as they were: what the lines of live ones say is of now. */
export const pastLamps = (
  t: Translate,
  past: LampTable,
  book: LampBook,
  lamps: readonly LampRef[],
  openLamp: ListedMap['openLamp'],
): Inside => ({
  kind: 'things',
  things: lamps.map((lamp): Thing => {
    const id = book.facts(lamp)?.id ?? `${lamp.slot}-${lamp.index}`;
    return {
      id,
      label: id,
      say: () => {
        const n = past.find(lamp.slot, lamp.index);
        const [state = 0, level = 0, faults = 0] = [past.state[n], past.level[n], past.faults[n]];
        return { detail: lampLine(t, state, level, faults) };
      },
      show: () => openLamp(lamp),
    };
  }),
});
