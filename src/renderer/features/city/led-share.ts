import type { DistrictLamps } from '../../../shared/ipc/model.ts';

/** How many lamps are LED, of those whose kind the inventory says. */
export interface LedShare {
  readonly led: number;
  readonly of: number;
}

/** As inventories write it: « LED », « Lanterne LED 42 W ». */
export const isLed = (kind: string): boolean => /\bled\b/i.test(kind);

export function ledShare(pieces: Iterable<Pick<DistrictLamps, 'ids' | 'names' | 'kind'>>): LedShare {
  const share = { led: 0, of: 0 };
  for (const { ids, names, kind } of pieces) {
    const known = names.map((name) => (name === '' ? undefined : isLed(name)));
    for (let index = 0; index < ids.length; index++) {
      const led = ids[index] === '' ? undefined : known[kind[index] ?? 0];
      if (led === undefined) continue;
      share.of++;
      if (led) share.led++;
    }
  }
  return share;
}
