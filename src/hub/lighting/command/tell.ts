import type { LampId } from '../../../shared/ids.ts';
import {
  type LampEventFacts,
  type LampOverride,
  type LampTrouble,
  MOST_NAMED,
} from '../../../shared/lamp/override.ts';
import type { LampTrack, Track } from './model.ts';
import type { Beside } from './piles.ts';
import { isAlready, isAwaited, isProved, laggards, wantedOf } from './proof.ts';

const NAMED_IN_EVENT = 5;

const WHY = { waiting: 'unsent', refused: 'refused', sent: 'silent', acknowledged: 'unchanged' } as const;

/** The lamps that have not followed, each with why. */
export function troublesOf(track: Track): readonly LampTrouble[] {
  const trouble = (id: LampId, lamp: LampTrack): LampTrouble => ({
    lamp: id,
    // At its end gateways go back by themselves: nothing had to leave for it.
    why: track.release !== undefined && lamp.word === 'waiting' ? 'unchanged' : WHY[lamp.word],
    ...(lamp.code === undefined ? {} : { code: lamp.code }),
    ...(lamp.level === undefined ? {} : { level: lamp.level }),
  });
  return laggards(track).map(([id, lamp]) => trouble(id, lamp));
}

/** Of those on which it counts. */
const count = (track: Track, how: (lamp: LampTrack) => boolean): number =>
  [...track.lamps.values()].filter((lamp) => lamp.under === undefined && how(lamp)).length;

const ALONE: Beside = { under: [], over: [], unkept: 0 };

/** An override as seats see it, with the orders over and under it. */
export function summaryOf(track: Track, { under, over, unkept }: Beside = ALONE): LampOverride {
  const { order, resend, release, lamps, judged } = track;
  const { expiresAt: _, ...facts } = order;
  const troubles = troublesOf(track);
  const already = count(track, (lamp) => isAlready(track, lamp));
  const awaited = count(track, (lamp) => isAwaited(track, lamp));
  // To those that went back by themselves at the end nothing was said: there is nothing to acknowledge.
  const unanswered = count(
    track,
    (lamp) => lamp.word !== 'acknowledged' && lamp.word !== 'waiting' && isProved(track, lamp),
  );
  const floored = count(track, (lamp) => wantedOf(order, lamp) > wantedOf(order, {}));
  return {
    v: 1,
    ...facts,
    phase: release === undefined ? 'set' : 'release',
    ...(under.length === 0 ? {} : { under: under.slice(0, MOST_NAMED) }),
    ...(over.length === 0 ? {} : { over: over.slice(0, MOST_NAMED) }),
    ...(unkept === 0 ? {} : { unkept }),
    ...(resend === undefined ? {} : { resentAt: resend.at }),
    lamps: Math.max(1, lamps.size),
    ...(floored === 0 ? {} : { floored }),
    commanded: count(track, ({ word }) => word !== 'waiting'),
    acknowledged: count(track, ({ word }) => word === 'acknowledged'),
    observed: count(track, (lamp) => isProved(track, lamp)),
    ...(already === 0 ? {} : { already }),
    ...(awaited === 0 ? {} : { awaited }),
    ...(unanswered === 0 ? {} : { unanswered }),
    judged,
    troubles: troubles.length,
    named: troubles.slice(0, MOST_NAMED),
  };
}

/** What an event on its ticket says. @param seen with what has been observed so far */
export function eventFacts(track: Track, seen: boolean): LampEventFacts {
  const { id: override, street, level, until } = track.order;
  const named = troublesOf(track).slice(0, NAMED_IN_EVENT);
  return {
    override,
    street,
    level,
    until,
    // Of what another order has nothing was looked at.
    lamps: Math.max(1, seen ? count(track, () => true) : track.lamps.size),
    ...(seen ? { observed: count(track, (lamp) => isProved(track, lamp)) } : {}),
    ...(track.release === undefined ? {} : { release: true }),
    ...(seen && named.length > 0 ? { named } : {}),
  };
}
