import { circuitListed } from '../../shared/lamp/circuit.ts';
import type { Circuit } from '../../shared/lamp/supply.ts';
import type { Instant } from '../../shared/wire/time.ts';
import { readCabinets } from '../lighting/cabinets.ts';
import { readListedCrossings } from '../lighting/crossings.ts';
import { importCount, readDistricts, readStreets } from '../lighting/inventory.ts';
import type { Db, Tables, Tx } from '../store/tables.ts';
import type { City } from './plan/city.ts';
import type { ImportReport } from './plan/report.ts';

/** A statement may bind only so many values. */
const AT_ONCE = 100;
/** An answer that nobody has fetched is of no use to anybody after so long, ms. */
const ANSWERS_MS = 24 * 3_600_000;

const parsed = <T>(rows: readonly { readonly json: string }[]): readonly T[] =>
  rows.map(({ json }) => JSON.parse(json) as T);

/** The city as the store has it. */
export async function readCity(db: Db): Promise<City> {
  const circuits = await db.selectFrom('circuit').select('json').orderBy('id').execute();
  return {
    districts: await readDistricts(db),
    streets: await readStreets(db),
    cabinets: await readCabinets(db),
    circuits: parsed<Circuit>(circuits),
    crossings: await readListedCrossings(db),
  };
}

/** Which inventory the store has, as a text: another one after each import, and wherever a lamp was put elsewhere. */
export async function inventoryState(db: Db): Promise<string> {
  const districts = await db
    .selectFrom('dictionary')
    .select(['district', 'dict_version'])
    .orderBy('district')
    .execute();
  const versions = districts.map(({ district, dict_version }) => [district, dict_version]);
  return JSON.stringify([await importCount(db), versions]);
}

/** An import as it is left in the store. */
export interface StagedImport {
  readonly id: string;
  readonly at: Instant;
  /** who gives the command */
  readonly by: string;
  /** `inventoryState` of what it starts from */
  readonly state: string;
  readonly before: City;
  readonly after: City;
  readonly report: ImportReport;
}

type Part = Omit<Tables['inventory_staged_part'], 'import_id'>;

const part = (kind: Part['kind'], id: string, thing: object): Part => ({
  kind,
  id,
  version: 0,
  json: JSON.stringify(thing),
  gone: '',
});

/** An import that is to be staged; without it, something speaks against it. */
export interface Prepared {
  readonly report: ImportReport;
  readonly staged?: StagedImport;
}

/** Writes an import beside what it is to change: nothing of it holds until it is taken over. */
export async function stage(
  tx: Tx,
  { id, at, by, state, before, after, report }: StagedImport,
): Promise<void> {
  const old = new Date(Date.parse(at) - ANSWERS_MS).toISOString();
  await tx.deleteFrom('inventory_staged').where('answer', 'is not', null).where('at', '<', old).execute();
  const same = new Set(before.districts);
  const districts = after.districts.filter((district) => !same.has(district));
  const lists = {
    streets: after.streets.map((graph) => part('streets', graph.district, graph)),
    cabinet: after.cabinets.map((one) => part('cabinet', one.id, one)),
    circuit: after.circuits.map((one) => part('circuit', circuitListed(one.id, one.cabinet), one)),
    crossing: after.crossings.map(({ crossing, gone }) => ({
      ...part('crossing', crossing.id, crossing),
      gone: gone ? 'gone' : '',
    })),
  };
  const isReplaced = {
    streets: after.streets !== before.streets,
    cabinet: after.cabinets !== before.cabinets,
    circuit: after.circuits !== before.circuits,
    crossing: after.crossings !== before.crossings,
  };
  const replaces = (['streets', 'cabinet', 'circuit', 'crossing'] as const).filter(
    (kind) => isReplaced[kind],
  );
  const parts: readonly Part[] = [
    ...districts.map(({ dictionary, gone }) => ({
      ...part('district', dictionary.district, dictionary),
      version: dictionary.dictVersion,
      gone: JSON.stringify([...gone]),
    })),
    ...replaces.flatMap((kind) => lists[kind]),
  ];
  for (let i = 0; i < parts.length; i += AT_ONCE) {
    const rows = parts.slice(i, i + AT_ONCE).map((one) => ({ import_id: id, ...one }));
    await tx.insertInto('inventory_staged_part').values(rows).execute();
  }
  const told = JSON.stringify(toldOf(by, report));
  const row = { id, at, state, replaces: JSON.stringify(replaces), told, answer: null };
  await tx.insertInto('inventory_staged').values(row).execute();
}

/** What the journal says of an import: whose, of which files, and how much it changes. */
function toldOf(by: string, { sources, lamps, cabinets, circuits, crossings }: ImportReport) {
  const { added, returned, removed, moved, changed, rehoused } = lamps;
  const lists = { added, returned, removed, moved, changed, rehoused };
  return {
    by,
    files: sources.map(({ file, sha256 }) => ({ file, sha256 })),
    lamps: lamps.after,
    ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.length])),
    cabinets: { added: cabinets.added.length, removed: cabinets.removed.length },
    circuits: { added: circuits.added.length, removed: circuits.removed.length },
    crossings: {
      added: crossings.added.length,
      removed: crossings.removed.length,
      moved: crossings.moved.length,
    },
  };
}
