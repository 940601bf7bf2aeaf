import { CROSSING_METRES } from '../../../shared/crossing/light.ts';
import type { Crossing } from '../../../shared/crossing/model.ts';
import { nearIndex } from '../../../shared/geo/near.ts';
import { distance, type Position } from '../../../shared/geo/position.ts';
import type { ListedCrossing } from '../../lighting/crossings.ts';
import { type Find, type Finding, isRefusal } from '../finding.ts';
import type { CrossingDraft } from '../read/draft.ts';
import { withoutFar } from './far.ts';
import { findSamePlaces } from './references.ts';
import { type CrossingChanges, listChanges } from './report.ts';
import { oneForEach } from './unique.ts';

/** Further than this from any lamp no lamp lights a crossing by the rule of `src/shared/crossing/light.ts`, m. */
const UNLIT_M = 2 * CROSSING_METRES;

/**
 * The crossings after an import: those of the files, once each; of a known one whose row is refused what was known; and
 * as gone those that no file has any more, so that one that returns is known again.
 */
export function crossingsAfter(
  drafts: readonly CrossingDraft[],
  stored: readonly ListedCrossing[],
  lamps: readonly Position[],
  farKm: number,
  found: Find,
  findings: readonly Finding[],
): readonly ListedCrossing[] {
  const taken = oneForEach(withoutFar(drafts, farKm, found), found);
  findSamePlaces(taken, found);
  findUnlit(taken, lamps, found);
  const said = new Map<string, Crossing>(taken.map(({ at: _, ...crossing }) => [crossing.id, crossing]));
  const refused = new Map(
    findings.flatMap((one) =>
      one.of === 'crossing' && isRefusal(one) && one.id !== undefined ? [[one.id, one.at]] : [],
    ),
  );
  const known = stored.map(({ crossing, gone }): ListedCrossing => {
    const { id } = crossing;
    const now = said.get(id);
    if (now !== undefined) return { crossing: now, gone: false };
    const at = refused.get(id);
    if (at === undefined || gone) return { crossing, gone: true };
    found({ kind: 'keptAsItWas', at, id });
    return { crossing, gone };
  });
  for (const { crossing } of stored) said.delete(crossing.id);
  const added = [...said.values()].map((crossing): ListedCrossing => ({ crossing, gone: false }));
  return [...known, ...added].toSorted((a, b) => (a.crossing.id < b.crossing.id ? -1 : 1));
}

/** No lamp lights it whatever a plan says, or its place is a mistake: somebody should look. */
function findUnlit(crossings: readonly CrossingDraft[], lamps: readonly Position[], found: Find): void {
  if (lamps.length === 0) return;
  const index = nearIndex(lamps);
  for (const { at, id, position } of crossings) {
    const metres = distance(position, lamps[index.nearest(position)]!);
    if (metres > UNLIT_M) found({ kind: 'unlit', at, id, detail: `${Math.round(metres)} m` });
  }
}

export const livingCrossings = (all: readonly ListedCrossing[]): readonly Crossing[] =>
  all.flatMap(({ crossing, gone }) => (gone ? [] : [crossing]));

export function crossingChanges(
  before: readonly ListedCrossing[],
  after: readonly ListedCrossing[],
): CrossingChanges {
  const [was, is] = [livingCrossings(before), livingCrossings(after)];
  const changes = listChanges(was, is);
  const places = new Map(was.map(({ id, position }) => [id, position]));
  const gone = new Set<string>(before.flatMap((one) => (one.gone ? [one.crossing.id] : [])));
  const moved = is.flatMap(({ id, position }) => {
    const metres = distance(position, places.get(id) ?? position);
    return metres > 0 ? [{ id, metres: Math.round(metres * 100) / 100 }] : [];
  });
  return { ...changes, returned: changes.added.filter((id) => gone.has(id)), moved };
}
