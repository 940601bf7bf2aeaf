import { getPosition, getTimes } from 'suncalc';
import { distance, type Position } from '../geo/position.ts';
import { folded } from '../i18n/folded.ts';
import type { LampId } from '../ids.ts';
import type { TicketKindId } from '../ticket/kinds.ts';
import type { Ticket } from '../ticket/model.ts';

/** A lamp as far as this rule looks at it. */
export interface NearLamp {
  readonly id: LampId;
  readonly position: Position;
  readonly street: string;
  /** % */
  readonly level: number;
  /** it is known how it burns, and it is not at fault: it can be believed, and raised */
  readonly sound: boolean;
  /** a command is on its way to it, or it is out of its programme */
  readonly commanded: boolean;
  /** when the hub last told of it, ms */
  readonly asOf: number;
}

/** How far from the place lamps of its street are counted, m: what whoever stands there sees of it. */
export const REACH_M = 150;
/** Without a street's name, its nearest lamp tells the street; further away it is another's. */
const NEAREST_M = 60;
/** % below which faces and number plates are hard to make out: half of what EN 13201 classes begin the night with. */
export const DIM_BELOW = 70;
/** What is older than this is not how the street is now, ms: the hub tells of all lamps every 30 s. */
const STALE_MS = 120_000;
/** The sun's height at which civil twilight ends, degrees. */
const CIVIL_DUSK = -6;
const DAY_MS = 86_400_000;

/**
 * Kinds of which light helps whoever is there or comes: how bright, and for how long. Nothing is lit for the others;
 * not for a flood either: drowned lamps of an underpass are to be cut off (`resources/procedures`).
 */
export const RELIGHT: Partial<
  Readonly<Record<TicketKindId, { readonly level: number; readonly minutes: number }>>
> = {
  personDown: { level: 1, minutes: 30 },
  collision: { level: 1, minutes: 45 },
  fight: { level: 1, minutes: 30 },
  intrusion: { level: 1, minutes: 30 },
  smoke: { level: 1, minutes: 45 },
  signalOut: { level: 1, minutes: 60 },
  obstacle: { level: 0.8, minutes: 45 },
  tree: { level: 0.8, minutes: 45 },
  tramBlocked: { level: 0.8, minutes: 45 },
};

/** Why, with the figures that were used. */
export type RelightReason =
  | { readonly kind: 'helps'; readonly ticket: TicketKindId }
  /** so many lamps, at what level in the middle of them, % */
  | { readonly kind: 'dimmed'; readonly lamps: number; readonly of: number; readonly level: number }
  /** ms; absent where the sun does not set */
  | { readonly kind: 'night'; readonly since?: number };

export interface RelightAdvice {
  readonly rule: 'relight';
  readonly street: string;
  /** all of the street within reach that can be raised: evenly lit, not in patches */
  readonly lamps: readonly LampId[];
  /** 0–1 */
  readonly level: number;
  readonly minutes: number;
  readonly reasons: readonly RelightReason[];
  /** beyond which nothing would be proposed: m from the place, % from which the street is bright enough */
  readonly limits: { readonly metres: number; readonly below: number };
}

/** The lamps of the place's own street within reach. */
export function lampsOfStreet<L extends NearLamp>(
  { position, street }: Ticket['place'],
  lamps: Iterable<L>,
): readonly L[] {
  if (position === undefined) return [];
  const near = [...lamps]
    .map((lamp) => ({ lamp, far: distance(lamp.position, position) }))
    .filter(({ far }) => far <= REACH_M)
    .toSorted((a, b) => a.far - b.far);
  const wanted = street === undefined ? undefined : folded(street);
  const named = near.filter(({ lamp }) => folded(lamp.street) === wanted);
  if (named.length > 0) return named.map(({ lamp }) => lamp);
  const [nearest] = near;
  if (nearest === undefined || nearest.far > NEAREST_M) return [];
  return near.flatMap(({ lamp }) => (lamp.street === nearest.lamp.street ? [lamp] : []));
}

/**
 * Whether the street of an open ticket should be lit: at night, for a kind that light helps, where its lamps are known
 * to burn low. Silent where anything of that is not known.
 * @param lamps at least those within reach of the place
 * @param now ms since the epoch
 */
export function adviseRelight(
  ticket: Ticket,
  lamps: Iterable<NearLamp>,
  now: number,
): RelightAdvice | undefined {
  const wish = RELIGHT[ticket.kind as TicketKindId];
  const { position } = ticket.place;
  if (wish === undefined || position === undefined || ticket.state === 'closed') return undefined;
  const night = nightAt(position, now);
  if (night === undefined) return undefined;
  const all = lampsOfStreet(ticket.place, lamps);
  if (all.some(({ commanded }) => commanded)) return undefined;
  const known = all.filter(({ sound, asOf }) => sound && now - asOf <= STALE_MS);
  const dim = known.filter(({ level }) => level < DIM_BELOW);
  const street = all[0]?.street;
  // Half of them at least must be known, and half of those dim: one dark lamp is a fault, not a dark street.
  if (street === undefined || known.length * 2 < all.length || dim.length * 2 < known.length)
    return undefined;
  return {
    rule: 'relight',
    street,
    lamps: known.map(({ id }) => id),
    ...wish,
    reasons: [
      { kind: 'helps', ticket: ticket.kind as TicketKindId },
      { kind: 'dimmed', lamps: dim.length, of: all.length, level: middleOf(dim.map(({ level }) => level)) },
      { kind: 'night', ...night },
    ],
    limits: { metres: REACH_M, below: DIM_BELOW },
  };
}

/** A street that is bright enough: nothing in it is to be lit. */
export interface BrightStreet<L extends NearLamp> {
  readonly street: string;
  /** those of it that burn brightly */
  readonly lamps: readonly L[];
  /** % in the middle of them */
  readonly level: number;
}

/**
 * Whether half at least of the street's lamps that can be believed burn brightly, as lately told.
 * @param its lamps of one street, the nearest first @param now ms since the epoch
 */
export function brightStreet<L extends NearLamp>(
  its: readonly L[],
  now: number,
): BrightStreet<L> | undefined {
  const [first] = its;
  const known = its.filter(({ sound, asOf }) => sound && now - asOf <= STALE_MS);
  const lamps = known.filter(({ level }) => level >= DIM_BELOW);
  if (first === undefined || lamps.length === 0 || lamps.length * 2 < known.length) return undefined;
  return { street: first.street, lamps, level: middleOf(lamps.map(({ level }) => level)) };
}

/** The middle one of several levels, %. */
export const middleOf = (levels: readonly number[]): number =>
  levels.toSorted((a, b) => a - b)[Math.floor(levels.length / 2)] ?? 0;

/** Since when it is night there; undefined by day. Nothing but the sun decides, whatever lamps do. */
function nightAt([lon, lat]: Position, now: number): { readonly since?: number } | undefined {
  if (getPosition(new Date(now), lat, lon).altitude >= CIVIL_DUSK) return undefined;
  const dusks = [0, 1].map((days) => getTimes(new Date(now - days * DAY_MS), lat, lon).dusk?.getTime());
  const since = dusks.find((dusk) => dusk !== undefined && dusk <= now);
  return since === undefined ? {} : { since };
}
