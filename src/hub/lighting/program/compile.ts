import type { CabinetId, LampId } from '../../../shared/ids.ts';
import type { Dictionary } from '../../../shared/lamp/dictionary.ts';
import type { CalendarId, LightingPlan } from '../../../shared/lighting/model.ts';
import { type PlacedLamp, placerOf, type StreetFacts } from '../../../shared/lighting/place-lamps.ts';
import { placeScenes } from '../../../shared/lighting/place-scenes.ts';
import type { LampPlaces, PlacedScene } from '../../../shared/lighting/published.ts';
import type { Steps } from '../../../shared/steps.ts';
import type { CabinetProgram } from '../../../shared/wire/cabinet-program.ts';
import { programId } from './reach.ts';

/** A plan as it is told: to each cabinet its own lamps' part, to seats where each lamp stands in it and in its scenes. */
export interface Compiled {
  readonly programs: ReadonlyMap<CabinetId, CabinetProgram>;
  readonly places: readonly LampPlaces[];
  readonly scenes: readonly PlacedScene[];
}

const PROGRAMS_A_STEP = 100;
const NO_LAMP: PlacedLamp = { group: -1, floor: -1 };

/** @param timeZone IANA name @param streets of the whole city */
export function* compile(
  plan: LightingPlan,
  timeZone: string,
  dictionaries: readonly Dictionary[],
  streets: StreetFacts,
): Steps<Compiled> {
  const place = placerOf(plan, streets);
  /** cabinet → calendar and floor → lamps */
  const fed = new Map<CabinetId, Map<string, LampsAlike>>();
  const places: LampPlaces[] = [];
  for (const { district, name, lamps } of dictionaries) {
    const placed = lamps.map((lamp) => {
      if (lamp === null) return NO_LAMP;
      const its = place(lamp, name);
      if (lamp.cabinet !== undefined) add(fed, lamp.cabinet, lamp.id, alike(plan, its));
      return its;
    });
    const [groups, floors] = [placed.map(({ group }) => group), placed.map(({ floor }) => floor)];
    places.push({ v: 1, id: district, version: plan.version, groups, floors });
    yield;
  }
  const programs = new Map<CabinetId, CabinetProgram>();
  for (const [cabinet, groups] of fed) {
    programs.set(cabinet, program(plan, timeZone, [...groups.values()]));
    if (programs.size % PROGRAMS_A_STEP === 0) yield;
  }
  return { programs, places, scenes: yield* placeScenes(plan, dictionaries, streets) };
}

interface LampsAlike {
  readonly calendar: CalendarId;
  readonly floor: number;
  readonly lamps: LampId[];
}

function alike(plan: LightingPlan, { group, floor }: PlacedLamp): Omit<LampsAlike, 'lamps'> {
  return { calendar: plan.groups[group]!.calendar, floor: plan.floors[floor]?.level ?? 0 };
}

function add(
  fed: Map<CabinetId, Map<string, LampsAlike>>,
  cabinet: CabinetId,
  lamp: LampId,
  rule: Omit<LampsAlike, 'lamps'>,
): void {
  const groups = fed.get(cabinet) ?? new Map<string, LampsAlike>();
  fed.set(cabinet, groups);
  const key = `${rule.calendar} ${rule.floor}`;
  const known = groups.get(key);
  if (known === undefined) groups.set(key, { ...rule, lamps: [lamp] });
  else known.lamps.push(lamp);
}

/** Only what these lamps need of the plan: a change elsewhere is no news for their cabinet. */
function program(plan: LightingPlan, timeZone: string, groups: readonly LampsAlike[]): CabinetProgram {
  const named = new Set(groups.map(({ calendar }) => calendar));
  const calendars = plan.calendars.filter(({ id }) => named.has(id));
  const wanted = new Set(
    calendars.flatMap(({ program: usual, rules }) => [usual, ...rules.map((rule) => rule.program)]),
  );
  const controlPrograms = plan.controlPrograms.filter(({ id }) => wanted.has(id));
  const woken = new Set(
    controlPrograms.flatMap(({ steps }) =>
      steps.flatMap((step) => ('presence' in step ? step.presence : [])),
    ),
  );
  const rules: Omit<CabinetProgram, 'id' | 'incidents'> = {
    v: 1,
    place: plan.place,
    timeZone,
    controlPrograms,
    calendars,
    presence: plan.presence.filter(({ id }) => woken.has(id)),
    groups: [...groups],
  };
  return { ...rules, id: programId(rules), incidents: [] };
}
