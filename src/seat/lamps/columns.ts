import type { DistrictLamps } from '../../shared/ipc/model.ts';
import type { District } from './city-table.ts';

/** A district's dictionary as columns for the windows: no object per lamp crosses a process. */
export function asColumns({ slot, dictionary }: District): DistrictLamps {
  const { lamps } = dictionary;
  const names = [''];
  const places = new Map<string | undefined, number>([
    ['', 0],
    [undefined, 0],
  ]);
  const place = (name: string | undefined): number => {
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, names.length);
    return names.push(name!) - 1;
  };
  return {
    slot,
    district: dictionary.district,
    name: dictionary.name,
    dictVersion: dictionary.dictVersion,
    ids: lamps.map((lamp) => lamp?.id ?? ''),
    positions: Float64Array.from(lamps.flatMap((lamp) => lamp?.position ?? [Number.NaN, Number.NaN])),
    names,
    street: Uint16Array.from(lamps, (lamp) => place(lamp?.street)),
    commune: Uint16Array.from(lamps, (lamp) => place(lamp?.commune)),
    cabinet: Uint16Array.from(lamps, (lamp) => place(lamp?.cabinet)),
    power: Float32Array.from(lamps, (lamp) => lamp?.luminaire?.power ?? Number.NaN),
  };
}
