import type { LampId } from '../../../shared/ids.ts';
import { LampCommand } from '../../../shared/lamp/state.ts';
import { millis } from '../../../shared/wire/time.ts';
import type { LampTrack, Order, Track } from './model.ts';

/** Points of % within which a lamp burns as it was told: drivers round, and some know few steps. */
export const TOLERANCE = 5;
/** % at which one of its lamps is to burn. */
export const wantedOf = ({ level }: Order, { floor = 0 }: Pick<LampTrack, 'floor'>): number =>
  Math.max(Math.round(level * 100), floor);
/** Its order may have reached its gateway, which has not said no. */
export const mayHold = ({ word, sentAt, taken }: LampTrack): boolean =>
  taken === true || (word !== 'refused' && sentAt !== undefined);
/** Something of it has, or may have. */
export const hasLeft = ({ lamps }: Pick<Track, 'lamps'>): boolean =>
  [...lamps.values()].some((lamp) => lamp.word !== 'waiting' || mayHold(lamp));
export const near = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE;

/** Its gateway has taken the order, it has said nothing since, and burned as it is told to when it last said how. */
const stoodSo = ({ order }: Track, { word, level, stood, floor = 0 }: LampTrack): boolean =>
  word === 'acknowledged' &&
  level === undefined &&
  stood !== undefined &&
  near(stood, wantedOf(order, { floor }));

/**
 * Whether it burned as it is told to already, at its floor where the order is below: a lamp reports what *changes*, and
 * such a one has nothing to report. Its last report is believed where it is fresh, nothing is wrong with the lamp, and its
 * gateway has taken the order; until the lamp says otherwise.
 */
export const isAlready = (track: Track, lamp: LampTrack): boolean =>
  track.release === undefined && lamp.old !== true && stoodSo(track, lamp);

/** Likewise, but its last report is old: neither proof that it does as it is told, nor a lamp that doesn't. The next one tells. */
export const isAwaited = (track: Track, lamp: LampTrack): boolean =>
  track.release === undefined && lamp.old === true && stoodSo(track, lamp);

/**
 * Whether a lamp is seen to do what the phase wants: by what was observed since its order left, or because it did so
 * already (`isAlready`). Going back, by a level away from the commanded one; one that burned so before will not be, so
 * that any word of it does, or that its gateway has taken it; one that may go on with what was given back, by that too.
 */
export function isProved(track: Track, lamp: LampTrack): boolean {
  const { order, release } = track;
  const { level, before, word, astray } = lamp;
  const wanted = wantedOf(order, lamp);
  if (release === undefined) return level === undefined ? isAlready(track, lamp) : near(level, wanted);
  if (astray === true && word !== 'acknowledged') return false;
  const burnedSo = before !== undefined && near(before, wanted);
  return level === undefined ? burnedSo && word === 'acknowledged' : burnedSo || !near(level, wanted);
}

/** It has not followed. A refusal counts at once, the rest when the time is over; what a later order wants is no matter of this one. */
const isBehind = (track: Track, lamp: LampTrack): boolean =>
  lamp.under === undefined &&
  !isProved(track, lamp) &&
  !isAwaited(track, lamp) &&
  (lamp.word === 'refused' || track.judged);

/** The lamps that have not followed. */
export const laggards = (track: Track): readonly (readonly [LampId, LampTrack])[] =>
  [...track.lamps].filter(([, lamp]) => isBehind(track, lamp));

/**
 * Until when what is asked for may leave, ms: an order is late where link or broker were away, and not where the hub itself
 * held it up, so as to flood nobody. Infinity for an end that has come by itself.
 */
export function expiryOf({ order, resend, release, pacedMs = 0 }: Track): number {
  const { expiresAt } = release ?? resend ?? order;
  return expiresAt === undefined ? Number.POSITIVE_INFINITY : millis(expiresAt) + pacedMs;
}

/** How long what counts again has to leave before it is called late, ms: it goes on leaving until its end. */
const LEAVES_MS = 30_000;

/** Until when a lamp may still follow, ms. */
function deadlineOf(track: Track, { word, sentAt = 0, againAt }: LampTrack, followMs: number): number {
  const { release } = track;
  if (word !== 'waiting') return sentAt + followMs;
  if (againAt !== undefined) return againAt + LEAVES_MS + followMs;
  // At its end: the time to go back by itself, then that to be told.
  return release !== undefined && release.expiresAt === undefined
    ? millis(release.at) + 2 * followMs
    : expiryOf(track);
}

/**
 * Whether it can be said what came of the phase: all lamps have followed or been refused, or their time is over.
 * @param followMs how long a lamp has, from when its order left
 */
export const isSettled = (track: Track, now: number, followMs: number): boolean =>
  [...track.lamps.values()].every(
    (lamp) =>
      lamp.under !== undefined ||
      isProved(track, lamp) ||
      lamp.word === 'refused' ||
      now >= deadlineOf(track, lamp, followMs),
  );

/** What the map shows of a lamp of an order. */
export interface CommandMark {
  readonly command: LampCommand;
  /** an override is in force */
  readonly override: boolean;
  /** it has not followed: see `laggards` */
  readonly behind: boolean;
}
/** Of a lamp that nothing is wanted of. */
export const UNMARKED: CommandMark = { command: LampCommand.none, override: false, behind: false };

export function markOf(track: Track, lamp: LampTrack): CommandMark {
  const { release, judged } = track;
  const proved = isProved(track, lamp);
  // One that burns so though its gateway has refused does by its programme.
  const override = release === undefined ? proved && mayHold(lamp) : !proved;
  if (proved) return { command: LampCommand.none, override, behind: false };
  const behind = isBehind(track, lamp);
  switch (lamp.word) {
    case 'waiting':
      return {
        command: release === undefined && !judged ? LampCommand.commanded : LampCommand.none,
        override,
        behind,
      };
    case 'sent':
      return { command: LampCommand.commanded, override, behind };
    case 'acknowledged':
      return { command: LampCommand.acknowledged, override, behind };
    case 'refused':
      return { command: LampCommand.refused, override, behind };
  }
}
