import { v7 } from 'uuid';
import type { CabinetId, CommandId, LampId } from '../../../shared/ids.ts';
import type { OrderStep } from '../../../shared/wire/lamp-order.ts';
import { millis } from '../../../shared/wire/time.ts';
import { topics } from '../../../shared/wire/topic.ts';
import type { LampTrack, Track } from './model.ts';
import { expiryOf, wantedOf } from './proof.ts';
import { toldAs } from './track.ts';

/** A message to a gateway, for these lamps. */
export interface Letter {
  /** of the override */
  readonly id: CommandId;
  /** by which the gateway knows it, and no other message that it is sent */
  readonly cmd: CommandId;
  /** it tells only anew what comes after: what was said of the order before counts */
  readonly amends: boolean;
  readonly topic: string;
  readonly payload: string;
  readonly lamps: readonly LampId[];
  readonly expirySeconds: number;
}

/** Lamps that one message names: it stays small whatever their ids are. */
const AT_ONCE = 100;
/** How long a gateway may take what ends an override, or what counts again, ms: it acts on the world too. */
const ON_ITS_WAY_MS = 30_000;

/** What one message says, of whatever lamps. */
interface Saying {
  readonly cmd: CommandId;
  readonly amends: boolean;
  /** ms */
  readonly expires: number;
  /** %; undefined gives them back */
  readonly level: number | undefined;
  readonly after: readonly OrderStep[];
}

/**
 * What is to be said to the gateways of these lamps: one message for many of a cabinet that shall burn alike. One
 * for all that its gateway has to be told is known by the command itself, of several each by an id of its own: a gateway passes
 * over what it knows, and an answer names no lamps.
 * @param afterwards what a lamp's gateway goes on with at the end, where there is more than this order
 */
export function* lettersFor(
  track: Track,
  lamps: readonly LampId[],
  cabinetOf: (lamp: LampId) => CabinetId | undefined,
  now: number,
  afterwards: (lamp: LampId) => readonly OrderStep[] = () => [],
): Generator<Letter> {
  const { order, lamps: tracked } = track;
  const sayings = new Map<LampId, string>();
  for (const lamp of lamps)
    sayings.set(lamp, JSON.stringify(sayingOf(track, tracked.get(lamp) ?? NEW, afterwards(lamp), now)));
  const fed = Map.groupBy(lamps, cabinetOf);
  for (const [json, alike] of Map.groupBy(lamps, (lamp) => sayings.get(lamp) ?? '')) {
    const { cmd, amends, expires, level, after } = JSON.parse(json) as Saying;
    const letter = (topic: string, content: object, named: readonly LampId[], own = cmd): Letter => ({
      ...{ id: order.id, cmd: own, amends, topic },
      payload: JSON.stringify({ ...said, cmd: own, ...content }),
      lamps: named,
      expirySeconds: Math.max(1, Math.ceil((expires - now) / 1_000)),
    });
    const said = {
      ...{ v: 1, cmd, expiresAt: new Date(expires).toISOString() },
      ...(level === undefined
        ? { release: true }
        : { level: level / 100, until: order.until, ...(after.length === 0 ? {} : { after }) }),
    };
    for (const [cabinet, its] of Map.groupBy(alike, cabinetOf)) {
      if (cabinet === undefined) for (const lamp of its) yield letter(topics.lampOrder(lamp), {}, [lamp]);
      else
        for (let from = 0; from < its.length; from += AT_ONCE) {
          const some = its.slice(from, from + AT_ONCE);
          const isAll = some.length === fed.get(cabinet)?.length;
          yield letter(
            topics.cabinetOrder(cabinet),
            { lamps: some },
            some,
            isAll ? cmd : (v7() as CommandId),
          );
        }
    }
  }
}

const NEW: LampTrack = { word: 'waiting' };

function sayingOf(track: Track, its: LampTrack, after: readonly OrderStep[], now: number): Saying {
  const { order, release } = track;
  const soon = now + ON_ITS_WAY_MS;
  if (release !== undefined) {
    const expires = release.expiresAt === undefined ? soon : expiryOf(track);
    return { cmd: toldAs(track, its), amends: false, expires, level: undefined, after: [] };
  }
  const anew = its.word === 'waiting' ? undefined : its.amend;
  const isFirst = anew === undefined && its.againAt === undefined;
  return {
    cmd: anew ?? toldAs(track, its),
    amends: anew !== undefined,
    expires: isFirst ? expiryOf(track) : Math.min(soon, millis(order.until)),
    level: wantedOf(order, its),
    after,
  };
}
