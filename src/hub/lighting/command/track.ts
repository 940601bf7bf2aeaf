import type { CommandId, LampId, PersonId, SeatId, TicketId } from '../../../shared/ids.ts';
import type { LampSelection } from '../../../shared/lamp/override.ts';
import { LampCommand } from '../../../shared/lamp/state.ts';
import { type Instant, millis } from '../../../shared/wire/time.ts';

/** What was commanded, as the store has it from the transaction of its command on. */
export interface Order {
  /** of its command, and of the override that it begins */
  readonly id: CommandId;
  readonly ticket?: TicketId;
  readonly motive?: string;
  readonly street: string;
  readonly selection?: LampSelection;
  /** lamps that were asked for and stay as an intervention wants them */
  readonly spared?: number;
  readonly person: PersonId;
  readonly seat: SeatId;
  /** 0–1 */
  readonly level: number;
  readonly at: Instant;
  readonly until: Instant;
  readonly expiresAt: Instant;
}

/** When its lamps go back: by a command, or because its end has come. `cmd` is that of the field's command. */
export interface Release {
  readonly cmd: CommandId;
  readonly at: Instant;
  /** absent where the end came: gateways go back by themselves, and are told only where they don't */
  readonly expiresAt?: Instant;
}

/** Lamps that had not followed are commanded anew, to the same level and end; gateways know it by its own `cmd`. */
export interface Resend {
  readonly cmd: CommandId;
  readonly at: Instant;
  readonly expiresAt: Instant;
  /** lamp → %, its safety floor now, of those whose level is below */
  readonly floors: readonly (readonly [LampId, number])[];
}

/** How far one lamp has come in the phase of its override. */
export interface LampTrack {
  /** % as last known before it was commanded; absent where it had never been heard of */
  readonly before?: number;
  /** %; it burns at that, its safety floor, where the order is below */
  readonly floor?: number;
  /** `waiting`: its order has not left yet, or not anew */
  readonly word: 'waiting' | 'sent' | 'acknowledged' | 'refused';
  /** ms; what is observed earlier proves nothing */
  readonly sentAt?: number;
  /** the gateway's word where it refused */
  readonly code?: string;
  /** % as observed since it was sent */
  readonly level?: number;
}

/** An override with each of its lamps. */
export interface Track {
  readonly order: Order;
  /** the latest time that it was commanded anew */
  readonly resend?: Resend;
  readonly release?: Release;
  readonly lamps: ReadonlyMap<LampId, LampTrack>;
  /** the time to follow is over, or all have: told of once in each phase */
  readonly judged: boolean;
}

/** Points of % within which a lamp burns as it was told: drivers round, and some know few steps. */
export const TOLERANCE = 5;
/** Gateways that say whole seconds tell of what they saw up to this much later, ms. */
const ROUNDED_MS = 1_000;

export const begin = (
  order: Order,
  lamps: Iterable<readonly [LampId, Pick<LampTrack, 'before' | 'floor'>]>,
): Track => ({
  order,
  judged: false,
  lamps: new Map([...lamps].map(([id, lamp]) => [id, { word: 'waiting', ...lamp }])),
});

export const commandOf = ({ order, resend, release }: Track): CommandId =>
  release?.cmd ?? resend?.cmd ?? order.id;

/** Until when it may leave. */
export const expiryOf = ({ order, resend }: Track): Instant => (resend ?? order).expiresAt;

/** The same override with some of its lamps changed. */
function changed(
  track: Track,
  ids: Iterable<LampId>,
  change: (lamp: LampTrack, id: LampId) => LampTrack,
): Track {
  const lamps = new Map(track.lamps);
  for (const id of ids) {
    const lamp = lamps.get(id);
    if (lamp !== undefined) lamps.set(id, change(lamp, id));
  }
  return { ...track, lamps };
}

/** @param at ms, when it was given to the broker */
export const sent = (track: Track, ids: Iterable<LampId>, at: number): Track =>
  changed(track, ids, (lamp) => (lamp.word === 'waiting' ? { ...lamp, word: 'sent', sentAt: at } : lamp));

/** The broker has not taken it; what a gateway has answered meanwhile it must have heard all the same. */
export const unsent = (track: Track, ids: Iterable<LampId>): Track =>
  changed(track, ids, (lamp) => {
    if (lamp.word !== 'sent') return lamp;
    const { sentAt: _, ...rest } = lamp;
    return { ...rest, word: 'waiting' };
  });

/**
 * A gateway's word for lamps that it feeds; one to an order that is no longer the track's is passed over.
 * @param refusal of a lamp: the gateway's code, or undefined where it took the order
 */
export const answered = (
  track: Track,
  cmd: CommandId,
  ids: Iterable<LampId>,
  refusal: (id: LampId) => string | undefined,
): Track =>
  cmd !== commandOf(track)
    ? track
    : changed(track, ids, ({ code: _, ...lamp }, id) => {
        const code = refusal(id);
        const sentAt = lamp.sentAt ?? millis((track.release ?? track.resend ?? track.order).at);
        return code === undefined
          ? { ...lamp, word: 'acknowledged', sentAt }
          : { ...lamp, word: 'refused', sentAt, code };
      });

/** What a lamp has said of itself. */
export interface Seen {
  readonly lamp: LampId;
  /** % */
  readonly level: number;
  /** ms, when it was observed */
  readonly at: number;
}

/** Lamps' own reports, in the order in which they came. */
export function observed(track: Track, reports: readonly Seen[]): Track {
  const lamps = new Map(track.lamps);
  for (const { lamp: id, level, at } of reports) {
    const lamp = lamps.get(id);
    if (lamp?.sentAt !== undefined && at >= lamp.sentAt - ROUNDED_MS) lamps.set(id, { ...lamp, level });
  }
  return { ...track, lamps };
}

/** The lamps that have not followed. A refusal counts at once, the rest when the time is over. */
export const laggards = (track: Track): readonly (readonly [LampId, LampTrack])[] =>
  [...track.lamps].filter(([, lamp]) => !isProved(track, lamp) && (lamp.word === 'refused' || track.judged));

/**
 * Commands those anew that have not followed. What was seen of them stays: who follows the first order late is not
 * told again.
 */
export function resending(track: Track, resend: Resend): Track {
  const floors = new Map(resend.floors);
  const again = laggards(track).map(([id, { code: _, floor: __, sentAt, word, ...lamp }]) => {
    const floor = floors.get(id);
    return [
      id,
      {
        ...lamp,
        word: 'waiting' as const,
        ...(floor === undefined ? {} : { floor }),
        // The first order may have been heard all the same: then there is something to go back from.
        ...(sentAt === undefined || word === 'refused' ? {} : { sentAt }),
      },
    ] as const;
  });
  return { ...track, resend, judged: false, lamps: new Map([...track.lamps, ...again]) };
}

/** Gives back what has been commanded. Lamps whose order never left, or was refused, have nothing to go back from. */
export function releasing(track: Track, release: Release): Track {
  const lamps = new Map<LampId, LampTrack>();
  const by = release.expiresAt === undefined ? { sentAt: millis(release.at) } : {};
  for (const [id, { word, before, floor, sentAt }] of track.lamps)
    if (word !== 'refused' && (word !== 'waiting' || sentAt !== undefined))
      lamps.set(id, {
        word: 'waiting',
        ...(before === undefined ? {} : { before }),
        ...(floor === undefined ? {} : { floor }),
        ...by,
      });
  return { order: track.order, release, lamps, judged: false };
}

/** Lamps that a later order has taken: they are that one's now. */
export function without(track: Track, ids: Iterable<LampId>): Track {
  const lamps = new Map(track.lamps);
  for (const id of ids) lamps.delete(id);
  return { ...track, lamps };
}

/** % at which one of its lamps is to burn. */
export const wantedOf = ({ level }: Order, { floor = 0 }: Pick<LampTrack, 'floor'>): number =>
  Math.max(Math.round(level * 100), floor);
const near = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE;

/** Whether what was observed since proves that a lamp did what the phase wants. */
export function isProved({ order, release }: Track, lamp: LampTrack): boolean {
  const { level, before } = lamp;
  if (level === undefined) return false;
  const wanted = wantedOf(order, lamp);
  if (release === undefined) return near(level, wanted);
  // Back at its programme: away from what was commanded, or where it had been that before anyhow.
  return !near(level, wanted) || (before !== undefined && near(before, wanted));
}

/**
 * The lamps whose order is to leave now. What has expired never does.
 * @param graceMs how long after the end gateways have to go back by themselves
 */
export function due(track: Track, now: number, graceMs: number): readonly LampId[] {
  const { release, lamps } = track;
  if (release === undefined && now >= millis(expiryOf(track))) return [];
  if (release?.expiresAt !== undefined && now >= millis(release.expiresAt)) return [];
  if (release !== undefined && release.expiresAt === undefined && now < millis(release.at) + graceMs)
    return [];
  return [...lamps].flatMap(([id, lamp]) => (lamp.word === 'waiting' && !isProved(track, lamp) ? [id] : []));
}

/** Until when a lamp may still follow, ms. */
function deadlineOf(track: Track, { word, sentAt = 0 }: LampTrack, followMs: number): number {
  const { release } = track;
  if (word !== 'waiting') return sentAt + followMs;
  if (release === undefined) return millis(expiryOf(track));
  // At its end: the time to go back by itself, then that to be told.
  return release.expiresAt === undefined ? millis(release.at) + 2 * followMs : millis(release.expiresAt);
}

/**
 * Whether it can be said what came of the phase: all lamps have followed or been refused, or their time is over.
 * @param followMs how long a lamp has, from when its order left
 */
export const isSettled = (track: Track, now: number, followMs: number): boolean =>
  [...track.lamps.values()].every(
    (lamp) => isProved(track, lamp) || lamp.word === 'refused' || now >= deadlineOf(track, lamp, followMs),
  );

/** What the map shows of a lamp: the command's bits, and whether an override is in force. */
export function markOf(
  track: Track,
  lamp: LampTrack,
): { readonly command: LampCommand; readonly override: boolean } {
  const { release, judged } = track;
  const proved = isProved(track, lamp);
  const override = release === undefined ? proved : !proved;
  if (proved) return { command: LampCommand.none, override };
  switch (lamp.word) {
    case 'waiting':
      return {
        command: release === undefined && !judged ? LampCommand.commanded : LampCommand.none,
        override,
      };
    case 'sent':
      return { command: LampCommand.commanded, override };
    case 'acknowledged':
      return { command: LampCommand.acknowledged, override };
    case 'refused':
      return { command: LampCommand.refused, override };
  }
}
