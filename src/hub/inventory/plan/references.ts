import { nearIndex } from '../../../shared/geo/near.ts';
import { distance } from '../../../shared/geo/position.ts';
import { folded } from '../../../shared/i18n/folded.ts';
import type { Find } from '../finding.ts';
import type { CircuitDraft, CrossingDraft, Drafts, LampDraft } from '../read/draft.ts';
import { spoken } from './spelling.ts';

/** Nearer than this two lamps are at one place, m: two lanterns on a mast, or one lamp that was entered twice. */
const SAME_PLACE_M = 1;

type PlacedDraft = Pick<LampDraft | CrossingDraft, 'at' | 'id' | 'position'>;

/** What lamps name and nobody lists, and lamps in the place of another: remarked on, for the lamps burn all the same. */
export function checkReferences(
  lamps: readonly LampDraft[],
  { cabinets, circuits, streets }: Drafts,
  found: Find,
): void {
  const cabinetIds = cabinets && new Set<string>(cabinets.map(({ id }) => id));
  const cabinetsOf = circuits && Map.groupBy(circuits, ({ id }) => id);
  const names = streets && new Set(streets.map(({ name }) => spoken(name)));
  for (const { at, id, facts } of lamps) {
    const { cabinet, circuit, street } = facts;
    if (cabinet !== undefined && cabinetIds?.has(cabinet) === false)
      found({ kind: 'unknownCabinet', at, id, detail: cabinet });
    if (street !== undefined && names?.has(spoken(street)) === false)
      found({ kind: 'unknownStreet', at, id, detail: street });
    if (circuit === undefined || cabinetsOf === undefined) continue;
    const listed = cabinetsOf.get(circuit)?.map((one) => one.cabinet);
    if (listed === undefined) found({ kind: 'unknownCircuit', at, id, detail: circuit });
    else if (cabinet !== undefined && !listed.includes(undefined) && !listed.includes(cabinet))
      found({ kind: 'otherCabinet', at, id, detail: `${circuit}: ${namesOf(listed)}` });
  }
  for (const { at, id, cabinet } of circuits ?? [])
    if (cabinet !== undefined && cabinetIds?.has(cabinet) === false)
      found({ kind: 'unknownCabinet', at, id, detail: cabinet });
  findSharedCircuits(lamps, circuits ?? [], found);
  findSamePlaces(lamps, found);
  findLikeIds(lamps, found);
}

/** So many cabinets are named of those that have a circuit's name in common. */
const NAMED_CABINETS = 3;

function namesOf(cabinets: Iterable<string | undefined>): string {
  const all = [...new Set(cabinets)].sort();
  const more = all.length > NAMED_CABINETS ? ` … ${all.length}` : '';
  return `${all.slice(0, NAMED_CABINETS).join(', ')}${more}`;
}

/** One that is listed under no cabinet is one for all: if that is not meant, what trips in one would be told of all. */
function findSharedCircuits(
  lamps: readonly LampDraft[],
  circuits: readonly CircuitDraft[],
  found: Find,
): void {
  const shared = new Set(circuits.flatMap(({ id, cabinet }) => (cabinet === undefined ? [id] : [])));
  const named = Map.groupBy(lamps, ({ facts }) => facts.circuit);
  for (const [circuit, its] of named) {
    if (circuit === undefined || !shared.has(circuit)) continue;
    const cabinets = new Set(its.flatMap(({ facts }) => facts.cabinet ?? []));
    const [first] = its;
    if (cabinets.size > 1)
      found({
        kind: 'sharedCircuit',
        at: first!.at,
        id: first!.id,
        detail: `${circuit}: ${namesOf(cabinets)}`,
      });
  }
}

/** « L-12 » and « l- 12 » may be one lamp that was entered twice: which, a person knows. */
function findLikeIds(lamps: readonly LampDraft[], found: Find): void {
  const alike = Map.groupBy(lamps, ({ id }) => folded(id).replace(/\s+/g, ''));
  for (const [first, ...others] of alike.values())
    for (const { at, id } of others) found({ kind: 'likeId', at, id, detail: `${first!.id}  ${first!.at}` });
}

/** What stands where another stands. */
export function findSamePlaces(things: readonly PlacedDraft[], found: Find): void {
  const index = nearIndex(things.map(({ position }) => position));
  for (const [i, { at, id, position }] of things.entries()) {
    // The first of a pair tells of the second, and not the other way round.
    const other = index
      .within(position, 2 * SAME_PLACE_M)
      .find((j) => j > i && distance(position, things[j]!.position) < SAME_PLACE_M);
    if (other !== undefined) found({ kind: 'samePlace', at, id, detail: things[other]!.at });
  }
}
