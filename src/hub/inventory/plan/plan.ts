import type { DistrictId, LampId } from '../../../shared/ids.ts';
import { circuitListed, sharingOf } from '../../../shared/lamp/circuit.ts';
import type { Dictionary } from '../../../shared/lamp/dictionary.ts';
import type { Circuit } from '../../../shared/lamp/supply.ts';
import { mergeDictionary, type StoredDistrict } from '../../lighting/dictionary.ts';
import { type Find, type Finding, isRefusal } from '../finding.ts';
import type { Mapping } from '../mapping.ts';
import type { CircuitDraft, LampDraft } from '../read/draft.ts';
import type { ReadSources } from '../read/sources.ts';
import { changesBetween } from './changes.ts';
import { type City, lampsOf } from './city.ts';
import { crossingChanges, crossingsAfter } from './crossings.ts';
import { type Housing, houseLamps } from './districts.ts';
import { withoutFar } from './far.ts';
import { districtNames, homesOf } from './homes.ts';
import { lampAfter } from './lamp.ts';
import { draftsCalled, namesOf, renamed } from './names.ts';
import { checkReferences } from './references.ts';
import { type ImportReport, listChanges } from './report.ts';
import { stopsOf } from './stops.ts';
import { streetsAfter } from './streets.ts';
import { listAfter, oneForEach } from './unique.ts';

/** The city after an import, and what is to be said of it. */
export interface ImportPlan {
  readonly city: City;
  readonly report: ImportReport;
}

/**
 * Decides an import: pure, and independent of the order of rows. A kind that no source is of stays as it is. A known
 * lamp whose row is refused stays as it was: a mistake in a file takes no lamp away.
 */
export function planImport(read: ReadSources, stored: City, rule: Omit<Mapping, 'sources'>): ImportPlan {
  const findings = [...read.findings];
  const finder =
    (of: Finding['of']): Find =>
    (one) =>
      void findings.push({ of, ...one });
  const found = finder('lamp');
  const before = lampsOf(stored.districts);
  const said = read.drafts.lamps
    ? lampsAfter(read.drafts.lamps, read.drafts, before, rule.farKm, found, findings)
    : [...before.values()].map(({ lamp }) => asDraft(lamp));
  const names = namesOf(
    said.map(({ id, facts }) => ({ ...before.get(id)?.lamp, ...facts })),
    read.drafts,
    stored.streets,
  );
  const lamps = renamed(said, before, names, found);
  const drafts = draftsCalled(read.drafts, names);
  const cabinets = drafts.cabinets
    ? listAfter(drafts.cabinets, stored.cabinets, finder('cabinet')).map(defined)
    : stored.cabinets;
  const circuits = drafts.circuits
    ? listAfter(drafts.circuits, stored.circuits, finder('circuit'), listedAs).map(defined)
    : stored.circuits;

  let { districts } = stored;
  let made: readonly DistrictId[] = [];
  if ([drafts.lamps, drafts.districts, drafts.streets].some((of) => of !== undefined)) {
    const areas = oneForEach(drafts.districts ?? [], finder('district'));
    const homes = homesOf(stored.districts);
    const housing = houseLamps(lamps, areas, homes, districtIds(stored), rule.districts.lamps);
    made = housing.made;
    districts = merged(
      stored.districts,
      lamps,
      before,
      housing,
      districtNames(areas, stored, lamps, housing),
    );
  }
  districts = sharing(districts, circuits);
  const after = lampsOf(districts);
  const streets = streetsAfter(drafts.streets, stored.streets, [...after.values()]);
  const places = [...after.values()].map(({ lamp }) => lamp.position);
  const crossings = drafts.crossings
    ? crossingsAfter(drafts.crossings, stored.crossings, places, rule.farKm, finder('crossing'), findings)
    : stored.crossings;
  const city: City = { districts, streets, cabinets, circuits, crossings };
  const pieces = streets.flatMap(({ features }) => features);
  const report: ImportReport = {
    sources: countedAfter(read.counts, findings.slice(read.findings.length)),
    findings,
    lamps: {
      before: before.size,
      after: after.size,
      ...changesBetween(before, after, (id) => stored.districts.some(({ gone }) => gone.has(id))),
    },
    districts: districts.map(({ dictionary: { district: id, name, lamps } }) => {
      const living = lamps.filter((lamp) => lamp !== null).length;
      return { id, name, lamps: living, made: made.includes(id) };
    }),
    streets: {
      pieces: pieces.length,
      names: new Set(pieces.map(({ properties }) => properties.name)).size,
      derived: streets.some(({ derived }) => derived === true),
    },
    cabinets: listChanges(stored.cabinets, cabinets),
    circuits: listChanges(stored.circuits, circuits, listedAs),
    crossings: crossingChanges(stored.crossings, crossings),
    stops: [],
  };
  return { city, report: { ...report, stops: stopsOf(report, city, rule.limits) } };
}

/** What became of rows is known only when all of them are seen beside each other: of one id, far from all others. */
function countedAfter(counts: ReadSources['counts'], later: readonly Finding[]): ReadSources['counts'] {
  const open = new Set(later.filter((one) => isRefusal(one) || one.kind === 'repeated'));
  return counts.map((count) => {
    const own = [...open].filter(
      ({ of, at }) =>
        of === count.kind && (at.startsWith(`${count.file}:`) || at.startsWith(`${count.file}#`)),
    );
    // A file that two sources read is counted at the first of them.
    for (const one of own) open.delete(one);
    const refused = own.filter(isRefusal).length;
    const repeated = own.length - refused;
    return { ...count, refused: count.refused + refused, repeated, taken: count.taken - own.length };
  });
}

const listedAs = ({ id, cabinet }: Circuit | Omit<CircuitDraft, 'at'>): string => circuitListed(id, cabinet);

/** Districts whose lamps say which of their circuits cabinets share; the very same where they say so already. */
function sharing(
  districts: readonly StoredDistrict[],
  circuits: readonly Circuit[],
): readonly StoredDistrict[] {
  const shared = sharingOf(circuits);
  return districts.map((district) => {
    const { dictionary } = district;
    const lamps = dictionary.lamps.map((lamp) => lamp && shared(lamp));
    const isSaid = lamps.every((lamp, i) => lamp?.sharedCircuit === dictionary.lamps[i]?.sharedCircuit);
    return isSaid ? district : mergeDictionary(district, { ...dictionary, lamps });
  });
}

const defined = <T extends object>(thing: T): T => JSON.parse(JSON.stringify(thing)) as T;

const asDraft = ({ id, position }: { id: LampId; position: LampDraft['position'] }): LampDraft => ({
  at: '',
  id,
  position,
  district: undefined,
  facts: {},
  luminaire: {},
});

/** Those that can be, once each, with those that are known and whose row is refused. */
function lampsAfter(
  said: readonly LampDraft[],
  drafts: ReadSources['drafts'],
  before: ReturnType<typeof lampsOf>,
  farKm: number,
  found: Find,
  findings: readonly Finding[],
): readonly LampDraft[] {
  const drawn = oneForEach(withoutFar(said, farKm, found), found);
  checkReferences(drawn, drafts, found);
  const taken = new Set<string>(drawn.map(({ id }) => id));
  const kept = new Map<string, LampDraft>();
  for (const finding of findings) {
    if (finding.of !== 'lamp' || !isRefusal(finding) || finding.id === undefined) continue;
    if (taken.has(finding.id) || kept.has(finding.id)) continue;
    const known = before.get(finding.id as LampId);
    if (known === undefined) continue;
    kept.set(finding.id, { ...asDraft(known.lamp), at: finding.at });
  }
  for (const [id, { at }] of kept) found({ kind: 'keptAsItWas', at, id });
  return [...drawn, ...kept.values()];
}

const districtIds = ({ districts }: City): readonly DistrictId[] =>
  districts.map(({ dictionary }) => dictionary.district);

function merged(
  stored: readonly StoredDistrict[],
  lamps: readonly LampDraft[],
  before: ReturnType<typeof lampsOf>,
  { of }: Housing,
  called: ReadonlyMap<DistrictId, string>,
): readonly StoredDistrict[] {
  const known = new Map(stored.map((one) => [one.dictionary.district, one]));
  const inOrder = lamps.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const byDistrict = Map.groupBy(inOrder, ({ id }) => of.get(id)!);
  const ids = [...new Set([...known.keys(), ...byDistrict.keys()])].sort();
  return ids.map((district) => {
    const imported: Dictionary = {
      v: 1,
      district,
      name: called.get(district) ?? district.slice(0, 200),
      dictVersion: 1,
      lamps: (byDistrict.get(district) ?? []).map((lamp) => lampAfter(lamp, before.get(lamp.id)?.lamp)),
    };
    return mergeDictionary(known.get(district), imported);
  });
}
