import { readOwn } from '../disk/read-own.ts';
import type { District } from './city-table.ts';
import type { LampColumns } from './columns.ts';

/** A district as city.db keeps it: ids and names as JSON, columns of numbers as the bytes of their arrays. */
export interface DistrictRow {
  readonly id: string;
  readonly slot: number;
  readonly name: string;
  readonly version: number;
  readonly ids: string;
  readonly names: string;
  readonly lon: Uint8Array;
  readonly lat: Uint8Array;
  readonly street: Uint8Array;
  readonly commune: Uint8Array;
  readonly cabinet: Uint8Array;
  /** these two are absent in a row of an older version */
  readonly circuit: Uint8Array | null;
  readonly kind: Uint8Array | null;
  readonly shared_circuits: string | null;
  readonly power: Uint8Array;
  readonly lamps: Uint8Array | null;
  readonly digest: string | null;
  /** when the hub made the last frame of it, ms since the epoch */
  readonly as_of: number | null;
}

const bytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
/** A buffer of its own, for an array of numbers must begin where its numbers may. */
const buffer = (column: Uint8Array): ArrayBuffer => new Uint8Array(column).buffer;

export function toRow({ slot, columns, digest, asOf }: District): Omit<DistrictRow, 'lamps'> {
  const {
    district,
    name,
    dictVersion,
    ids,
    names,
    lon,
    lat,
    street,
    commune,
    cabinet,
    circuit,
    sharedCircuits,
    kind,
    power,
  } = columns;
  return {
    id: district,
    slot,
    name,
    version: dictVersion,
    ids: JSON.stringify(ids),
    names: JSON.stringify(names),
    lon: bytes(lon),
    lat: bytes(lat),
    street: bytes(street),
    commune: bytes(commune),
    cabinet: bytes(cabinet),
    circuit: bytes(circuit),
    shared_circuits: sharedCircuits === undefined ? null : JSON.stringify(sharedCircuits),
    kind: bytes(kind),
    power: bytes(power),
    digest: digest ?? null,
    as_of: asOf ?? null,
  };
}

/** @returns undefined where the columns are not of one length, as after the salvage of a damaged file */
export function fromRow(row: DistrictRow): LampColumns | undefined {
  const [ids, names] = [readOwn<string[]>(row.ids), readOwn<string[]>(row.names)];
  if (ids === undefined || names === undefined) return undefined;
  const sizes: readonly (readonly [Uint8Array, number])[] = [
    [row.lon, 8],
    [row.lat, 8],
    [row.street, 2],
    [row.commune, 2],
    [row.cabinet, 2],
    ...[row.circuit, row.kind].flatMap((column) => (column === null ? [] : [[column, 2] as const])),
    [row.power, 4],
  ];
  if (sizes.some(([column, size]) => column.byteLength !== size * ids.length)) return undefined;
  const shared = row.shared_circuits === null ? undefined : readOwn<string[]>(row.shared_circuits);
  const known = (column: Uint8Array | null) =>
    column === null ? new Uint16Array(ids.length) : new Uint16Array(buffer(column));
  return {
    district: row.id,
    name: row.name,
    dictVersion: row.version,
    ids,
    names,
    lon: new Float64Array(buffer(row.lon)),
    lat: new Float64Array(buffer(row.lat)),
    street: new Uint16Array(buffer(row.street)),
    commune: new Uint16Array(buffer(row.commune)),
    cabinet: new Uint16Array(buffer(row.cabinet)),
    circuit: known(row.circuit),
    ...(shared !== undefined && { sharedCircuits: shared }),
    kind: known(row.kind),
    power: new Float32Array(buffer(row.power)),
  };
}
