import type { Travel, TravelFrom } from '../geo/route.ts';
import type { UnitId } from '../ids.ts';
import type { TicketKindId } from '../ticket/kinds.ts';
import type { Ticket } from '../ticket/model.ts';
import { type Assignment, isUnderWay } from '../unit/assignment.ts';
import { type RoomUnit, UnitReply } from '../unit/model.ts';
import { SKILLS_WANTED, type Skill } from '../unit/skills.ts';
import { type Instant, millis } from '../wire/time.ts';

/** A position older than this is no place to reckon from: somebody has to ask. */
export const STALE_MS = 2 * 60_000;

/** A unit that was proposed already stays so while no other is sooner there by more than this, s: estimates waver. */
export const KEEPS_WITHIN_S = 30;

/** A refusal of another ticket keeps a unit from being proposed for so long: what kept it then may keep it still. */
export const REFUSAL_KEEPS_MS = 10 * 60_000;

/** For so long a unit that was taken off this ticket is not proposed for it again: somebody knew why. */
export const TAKEN_OFF_KEEPS_MS = 10 * 60_000;

/** What keeps a unit from being proposed, worst first; all that is so is said. */
export type Hindrance = 'refused' | 'takenOff' | 'unfit' | 'unplaced' | 'stale' | 'busy' | 'refusedOther';

/** The last word of a unit was that it does not come, to another ticket. */
export interface Refusal {
  readonly ref: string | undefined;
  readonly at: Instant;
  readonly motive: string | undefined;
}

export interface Candidate {
  readonly unit: RoomUnit;
  /** undefined where the unit or the ticket has no place */
  readonly travel: Travel | undefined;
  /** why it fits: a skill that the kind of ticket asks for, or its service where the kind asks for none */
  readonly fits: { readonly kind: 'skill'; readonly skill: Skill } | { readonly kind: 'service' } | undefined;
  /** other open tickets that it goes to or is at */
  readonly load: number;
  /** of its position, or of its report where it has none, ms */
  readonly ageMs: number;
  readonly hindrances: readonly Hindrance[];
  /** where `refusedOther` is among them */
  readonly refusal?: Refusal | undefined;
}

/** What would change the proposal. */
export type Otherwise =
  /** this one is nearer: but for that */
  | { readonly kind: 'nearer'; readonly candidate: Candidate; readonly but: Hindrance }
  /** this one would be next, so much later, s */
  | { readonly kind: 'next'; readonly candidate: Candidate; readonly later: number }
  /** this one is sooner there by so much, s, no more than an estimate wavers: another was proposed before */
  | { readonly kind: 'level'; readonly candidate: Candidate; readonly sooner: number };

export interface NearestUnit {
  /** all that may be sent, in order: who can go first, then who can't and why */
  readonly candidates: readonly Candidate[];
  /** the first of them, where nothing keeps it; undefined where the rule has nothing to propose */
  readonly proposed: Candidate | undefined;
  readonly otherwise: Otherwise | undefined;
}

export interface UnitSituation {
  readonly ticket: Ticket;
  readonly units: Iterable<RoomUnit>;
  /** other open tickets of each unit: `loadOf` */
  readonly load: ReadonlyMap<UnitId, number>;
  /** of other tickets: `refusalsOf` */
  readonly refusals: ReadonlyMap<UnitId, Refusal>;
  /** to the ticket's place; undefined where it has none */
  readonly travel: TravelFrom | undefined;
  readonly now: Instant;
  /** the unit that was proposed for this ticket before */
  readonly before?: UnitId | undefined;
}

/** How many tickets each unit goes to or is at, one left out: for the load of a unit beside that one. */
export function loadOf(tickets: Iterable<Ticket>, but: Pick<Ticket, 'id'>): ReadonlyMap<UnitId, number> {
  const load = new Map<UnitId, number>();
  for (const ticket of tickets) {
    if (ticket.state === 'closed' || ticket.id === but.id) continue;
    for (const one of ticket.assignments ?? [])
      if (isUnderWay(one) || one.state === 'byVoice') load.set(one.unit, (load.get(one.unit) ?? 0) + 1);
  }
  return load;
}

const SAID: ReadonlySet<string> = new Set<UnitReply>(UnitReply.options);

/** Units whose last word to any ticket but one was a refusal. */
export function refusalsOf(tickets: Iterable<Ticket>, but: Pick<Ticket, 'id'>): ReadonlyMap<UnitId, Refusal> {
  const last = new Map<UnitId, { readonly ticket: Ticket; readonly one: Assignment }>();
  for (const ticket of tickets)
    for (const one of ticket.id === but.id ? [] : (ticket.assignments ?? []))
      if (SAID.has(one.state) && !(last.has(one.unit) && last.get(one.unit)!.one.at > one.at))
        last.set(one.unit, { ticket, one });
  return new Map(
    [...last].flatMap(
      ([
        unit,
        {
          ticket: { ref },
          one: { state, at, motive },
        },
      ]) => (state === 'refused' ? [[unit, { ref, at, motive }] as const] : []),
    ),
  );
}

/**
 * Which unit to send: the nearest by travel time of those that can do it, are free and are where they are thought to
 * be, have not just refused to go elsewhere and were not just taken off this ticket. A rule, no learning. Who is off duty, broken down or on this ticket already is no candidate.
 * The one that was proposed before stays first while it is hardly passed: nobody can follow advice that wavers. To what is over by itself nobody is advised to go.
 */
export function nearestUnit(situation: UnitSituation): NearestUnit {
  const { ticket, units, before } = situation;
  const byTime = [...units]
    .filter(({ id, status }) => status !== 'offDuty' && status !== 'outOfService' && !isOn(ticket, id))
    .map((unit) => candidate(unit, situation))
    .toSorted(inOrder);
  const kept = byTime.find(({ unit }) => unit.id === before);
  const stays = kept !== undefined && kept.hindrances.length === 0 && isHardlyPassed(kept, byTime[0]!);
  const candidates = stays ? [kept, ...byTime.filter((one) => one !== kept)] : byTime;
  const over = ticket.state === 'closed' || ticket.returned !== undefined;
  const first = over ? undefined : candidates[0];
  const proposed = first === undefined || first.hindrances.length > 0 ? undefined : first;
  return { candidates, proposed, otherwise: proposed && otherwiseOf(proposed, candidates) };
}

const isOn = (ticket: Ticket, id: UnitId): boolean =>
  ticket.assignments?.some((one) => one.unit === id && one.state !== 'refused') ?? ticket.units.includes(id);

const wasTakenOff = ({ takenOff = [] }: Ticket, id: UnitId, now: Instant): boolean =>
  takenOff.some(({ unit, at }) => unit === id && millis(now) - millis(at) < TAKEN_OFF_KEEPS_MS);

function candidate(unit: RoomUnit, { ticket, load: loads, refusals, travel, now }: UnitSituation): Candidate {
  const load = loads.get(unit.id) ?? 0;
  const refusal = refusals.get(unit.id);
  const refusedOther = refusal !== undefined && millis(now) - millis(refusal.at) < REFUSAL_KEEPS_MS;
  const ageMs = Math.max(0, millis(now) - millis(unit.positionAt ?? unit.at));
  const fits = fitOf(unit, ticket);
  const way = unit.position && travel?.(unit.position, unit.kind);
  const refused = ticket.assignments?.some((one) => one.unit === unit.id) ?? false;
  const hindrances: readonly (Hindrance | false)[] = [
    refused && 'refused',
    wasTakenOff(ticket, unit.id, now) && 'takenOff',
    fits === undefined && 'unfit',
    way === undefined && 'unplaced',
    ageMs > STALE_MS && 'stale',
    (load > 0 || unit.status !== 'available') && 'busy',
    refusedOther && 'refusedOther',
  ];
  const kept = hindrances.filter((one) => one !== false);
  return { unit, travel: way, fits, load, ageMs, hindrances: kept, ...(refusedOther && { refusal }) };
}

function fitOf({ skills, service }: RoomUnit, ticket: Ticket): Candidate['fits'] {
  const wanted = SKILLS_WANTED[ticket.kind as TicketKindId];
  const skill = wanted?.find((one) => skills.includes(one));
  if (skill !== undefined) return { kind: 'skill', skill };
  return wanted === undefined && service === ticket.service ? { kind: 'service' } : undefined;
}

const WORST: readonly Hindrance[] = [
  'refused',
  'takenOff',
  'unfit',
  'unplaced',
  'stale',
  'busy',
  'refusedOther',
];
/** 0 for who can go; the worse what keeps it, the later it stands. */
const rank = ({ hindrances: [worst] }: Candidate): number =>
  worst === undefined ? 0 : WORST.length - WORST.indexOf(worst);
const seconds = ({ travel }: Candidate): number => travel?.seconds ?? Infinity;

/** The candidates of a list by travel time: who is kept as proposed has no place of its own in it. */
export const byTravel = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.toSorted(inOrder);

const isHardlyPassed = (kept: Candidate, nearest: Candidate): boolean =>
  seconds(kept) - seconds(nearest) <= KEEPS_WITHIN_S;

/** Two without a way are equally far: Infinity minus itself is no number. */
const closer = (a: Candidate, b: Candidate): number =>
  seconds(a) === seconds(b) ? 0 : seconds(a) - seconds(b);

const inOrder = (a: Candidate, b: Candidate): number =>
  rank(a) - rank(b) || closer(a, b) || a.unit.callSign.localeCompare(b.unit.callSign, 'fr');

/** Who is sooner there by too little, else the nearest of those that can do it and were passed over, else who comes next. */
function otherwiseOf(proposed: Candidate, candidates: readonly Candidate[]): Otherwise | undefined {
  const others = candidates.filter((one) => one !== proposed && one.fits !== undefined);
  const [next] = others.filter((one) => one.hindrances.length === 0);
  const later = next === undefined ? 0 : seconds(next) - seconds(proposed);
  if (next !== undefined && later < 0) return { kind: 'level', candidate: next, sooner: -later };
  const [nearest] = others
    .filter((one) => one.hindrances.length > 0 && seconds(one) < seconds(proposed))
    .toSorted(closer);
  const but = nearest?.hindrances[0];
  if (nearest !== undefined && but !== undefined) return { kind: 'nearer', candidate: nearest, but };
  return next === undefined ? undefined : { kind: 'next', candidate: next, later };
}
