import type { DistrictLamps } from '../../shared/ipc/model.ts';
import type { Dictionary } from '../../shared/lamp/dictionary.ts';

/** What the lamps of a district are, by columns: on disk, in memory and on the way to the windows. */
export type LampColumns = Readonly<Omit<DistrictLamps, 'slot'>>;

/** A dictionary as columns: one object per lamp would cost 34,000 of them at each start, and in each process. */
export function asColumns({ district, name, dictVersion, lamps }: Dictionary): LampColumns {
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
  const shared = new Set(lamps.flatMap((lamp) => (lamp?.sharedCircuit && lamp.circuit) || []));
  return {
    district,
    name,
    dictVersion,
    ids: lamps.map((lamp) => lamp?.id ?? ''),
    lon: Float64Array.from(lamps, (lamp) => lamp?.position[0] ?? Number.NaN),
    lat: Float64Array.from(lamps, (lamp) => lamp?.position[1] ?? Number.NaN),
    names,
    street: Uint16Array.from(lamps, (lamp) => place(lamp?.street)),
    commune: Uint16Array.from(lamps, (lamp) => place(lamp?.commune)),
    cabinet: Uint16Array.from(lamps, (lamp) => place(lamp?.cabinet)),
    circuit: Uint16Array.from(lamps, (lamp) => place(lamp?.circuit)),
    ...(shared.size > 0 && { sharedCircuits: [...shared] }),
    kind: Uint16Array.from(lamps, (lamp) => place(lamp?.luminaire?.kind)),
    power: Float32Array.from(lamps, (lamp) => lamp?.luminaire?.power ?? Number.NaN),
  };
}

/** What windows are told of a district that has been removed: it has no lamps any more. */
export const emptied = (columns: LampColumns): LampColumns => ({
  ...columns,
  ids: [],
  lon: new Float64Array(),
  lat: new Float64Array(),
  names: [''],
  street: new Uint16Array(),
  commune: new Uint16Array(),
  cabinet: new Uint16Array(),
  circuit: new Uint16Array(),
  kind: new Uint16Array(),
  power: new Float32Array(),
});

/** Lamps without the tombstones. */
export const liveLamps = ({ ids }: LampColumns): number => ids.reduce((n, id) => n + (id === '' ? 0 : 1), 0);
