import type { Travel, TravelFrom } from '../geo/route.ts';
import type { UnitId } from '../ids.ts';
import type { TicketKindId } from '../ticket/kinds.ts';
import type { Ticket } from '../ticket/model.ts';
import { isUnderWay } from '../unit/assignment.ts';
import type { RoomUnit } from '../unit/model.ts';
import { SKILLS_WANTED, type Skill } from '../unit/skills.ts';
import { type Instant, millis } from '../wire/time.ts';

/** A position older than this is no place to reckon from: somebody has to ask. */
export const STALE_MS = 2 * 60_000;

/** A unit that was proposed already stays so while no other is sooner there by more than this, s: estimates waver. */
export const KEEPS_WITHIN_S = 30;

/** What keeps a unit from being proposed, worst first; all that is so is said. */
export type Hindrance = 'refused' | 'unfit' | 'unplaced' | 'stale' | 'busy';

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
}

/** What would change the proposal. */
export type Otherwise =
  /** this one is nearer: but for that */
  | { readonly kind: 'nearer'; readonly candidate: Candidate; readonly but: Hindrance }
  /** this one would be next, so much later, s */
  | { readonly kind: 'next'; readonly candidate: Candidate; readonly later: number }
  /** this one is sooner there, by no more than an estimate wavers: another was proposed before */
  | { readonly kind: 'level'; readonly candidate: Candidate };

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

/**
 * Which unit to send: the nearest by travel time of those that can do it, are free and are where they are thought to
 * be. A rule, no learning. Who is off duty, broken down or on this ticket already is no candidate.
 * The one that was proposed before stays first while it is hardly passed: nobody can follow advice that wavers.
 */
export function nearestUnit({ ticket, units, load, travel, now, before }: UnitSituation): NearestUnit {
  const byTime = [...units]
    .filter(({ id, status }) => status !== 'offDuty' && status !== 'outOfService' && !isOn(ticket, id))
    .map((unit) => candidate(unit, ticket, load.get(unit.id) ?? 0, travel, now))
    .toSorted(inOrder);
  const kept = byTime.find(({ unit }) => unit.id === before);
  const stays = kept !== undefined && kept.hindrances.length === 0 && isHardlyPassed(kept, byTime[0]!);
  const candidates = stays ? [kept, ...byTime.filter((one) => one !== kept)] : byTime;
  const first = ticket.state === 'closed' ? undefined : candidates[0];
  const proposed = first === undefined || first.hindrances.length > 0 ? undefined : first;
  return { candidates, proposed, otherwise: proposed && otherwiseOf(proposed, candidates) };
}

const isOn = (ticket: Ticket, id: UnitId): boolean =>
  ticket.assignments?.some((one) => one.unit === id && one.state !== 'refused') ?? ticket.units.includes(id);

function candidate(
  unit: RoomUnit,
  ticket: Ticket,
  load: number,
  travel: TravelFrom | undefined,
  now: Instant,
): Candidate {
  const ageMs = Math.max(0, millis(now) - millis(unit.positionAt ?? unit.at));
  const fits = fitOf(unit, ticket);
  const way = unit.position && travel?.(unit.position, unit.kind);
  const refused = ticket.assignments?.some((one) => one.unit === unit.id) ?? false;
  const hindrances: readonly (Hindrance | false)[] = [
    refused && 'refused',
    fits === undefined && 'unfit',
    way === undefined && 'unplaced',
    ageMs > STALE_MS && 'stale',
    (load > 0 || unit.status !== 'available') && 'busy',
  ];
  return { unit, travel: way, fits, load, ageMs, hindrances: hindrances.filter((one) => one !== false) };
}

function fitOf({ skills, service }: RoomUnit, ticket: Ticket): Candidate['fits'] {
  const wanted = SKILLS_WANTED[ticket.kind as TicketKindId];
  const skill = wanted?.find((one) => skills.includes(one));
  if (skill !== undefined) return { kind: 'skill', skill };
  return wanted === undefined && service === ticket.service ? { kind: 'service' } : undefined;
}

const WORST: readonly Hindrance[] = ['refused', 'unfit', 'unplaced', 'stale', 'busy'];
/** 0 for who can go; the worse what keeps it, the later it stands. */
const rank = ({ hindrances: [worst] }: Candidate): number =>
  worst === undefined ? 0 : WORST.length - WORST.indexOf(worst);
const seconds = ({ travel }: Candidate): number => travel?.seconds ?? Infinity;

const isHardlyPassed = (kept: Candidate, nearest: Candidate): boolean =>
  seconds(kept) - seconds(nearest) <= KEEPS_WITHIN_S;

/** Two without a way are equally far: Infinity minus itself is no number. */
const closer = (a: Candidate, b: Candidate): number =>
  seconds(a) === seconds(b) ? 0 : seconds(a) - seconds(b);

const inOrder = (a: Candidate, b: Candidate): number =>
  rank(a) - rank(b) || closer(a, b) || a.unit.callSign.localeCompare(b.unit.callSign, 'fr');

/** The nearest of those that can do it and were passed over, else who comes next and how much later. */
function otherwiseOf(proposed: Candidate, candidates: readonly Candidate[]): Otherwise | undefined {
  const others = candidates.filter((one) => one !== proposed && one.fits !== undefined);
  const [nearest] = others
    .filter((one) => one.hindrances.length > 0 && seconds(one) < seconds(proposed))
    .toSorted(closer);
  const but = nearest?.hindrances[0];
  if (nearest !== undefined && but !== undefined) return { kind: 'nearer', candidate: nearest, but };
  const [next] = others.filter((one) => one.hindrances.length === 0);
  if (next === undefined) return undefined;
  const later = seconds(next) - seconds(proposed);
  return later < 0 ? { kind: 'level', candidate: next } : { kind: 'next', candidate: next, later };
}
