import type { CommandId, LampId } from '../../../shared/ids.ts';
import { MOST_STEPS, type OrderStep } from '../../../shared/wire/lamp-order.ts';
import { millis } from '../../../shared/wire/time.ts';
import type { Track } from './model.ts';
import { type CommandMark, markOf, mayHold, UNMARKED, wantedOf } from './proof.ts';

/**
 * Orders that have a lamp, the oldest first. The latest of them that may have reached its gateway counts; when that ends,
 * the one before does again, as long as its own end has not come.
 */
export type Pile = readonly Track[];

/** By when they were given, and of the same moment by their ids: in that order they count, also for a hub that starts anew. */
export const inOrder = ({ order: a }: Track, { order: b }: Track): number =>
  a.at === b.at ? a.id.localeCompare(b.id) : a.at < b.at ? -1 : 1;

function counts({ release, lamps }: Track, lamp: LampId): boolean {
  const its = lamps.get(lamp);
  return release === undefined && its !== undefined && mayHold(its);
}

/** The order by which a lamp burns, as far as orders go. */
export const countingOn = (pile: Pile, lamp: LampId): Track | undefined =>
  pile.findLast((track) => counts(track, lamp));

/** Which order lies over each of the pile on a lamp; undefined where none does. */
export function layersOf(pile: Pile, lamp: LampId): readonly (readonly [Track, CommandId | undefined])[] {
  const top = pile.findLastIndex((track) => counts(track, lamp));
  return pile.map((track, i) => [
    track,
    i < top && track.release === undefined ? pile[top]?.order.id : undefined,
  ]);
}

/** Orders of the pile that lie under this one, the latest first, and have not ended. */
export const below = (pile: Pile, track: Track, lamp: LampId): Pile =>
  pile
    .slice(
      0,
      Math.max(
        0,
        pile.findIndex(({ order }) => order.id === track.order.id),
      ),
    )
    .filter((one) => counts(one, lamp))
    .toReversed();

/** What the gateway goes on with when an order ends: those under it, each as long as it outlasts those before. */
export function afterwards(pile: Pile, track: Track, lamp: LampId): readonly OrderStep[] {
  const steps: OrderStep[] = [];
  let end = millis(track.order.until);
  for (const { order, lamps } of below(pile, track, lamp)) {
    if (millis(order.until) <= end) continue;
    end = millis(order.until);
    steps.push({ level: wantedOf(order, lamps.get(lamp) ?? {}) / 100, until: order.until });
  }
  return steps.slice(0, MOST_STEPS);
}

/** What becomes of a lamp when its order ends: another holds it all the same, the one before counts again, or neither. */
export type Fate =
  /** `amends`: its gateway would go on with the order that has ended, or still does where it has not heard of the later one */
  | { readonly kind: 'held'; readonly by: Track; readonly amends: boolean }
  | { readonly kind: 'again'; readonly by: Track }
  | { readonly kind: 'back' };

const isHeard = ({ lamps }: Track, lamp: LampId): boolean => lamps.get(lamp)?.word === 'acknowledged';

/** @param ended one of the pile, which is being given back */
export function fateOf(pile: Pile, { order, release }: Track, lamp: LampId): Fate {
  const at = pile.findIndex((one) => one.order.id === order.id);
  const ended = millis(release?.at ?? order.until);
  const over = countingOn(pile.slice(at + 1), lamp);
  if (over !== undefined)
    return {
      kind: 'held',
      by: over,
      amends:
        ended < millis(order.until) &&
        (millis(over.order.until) < millis(order.until) || !isHeard(over, lamp)),
    };
  const under = pile.slice(0, at).findLast((one) => counts(one, lamp) && millis(one.order.until) > ended);
  return under === undefined ? { kind: 'back' } : { kind: 'again', by: under };
}

/** What the map shows of a lamp: what has become of the latest order that lies on top, and whether any is in force. */
export function faceOf(pile: Pile, lamp: LampId): CommandMark {
  const marks = pile.flatMap((track) => {
    const its = track.lamps.get(lamp);
    return its === undefined || its.under !== undefined ? [] : [markOf(track, its)];
  });
  const latest = marks.at(-1) ?? UNMARKED;
  return { ...latest, override: marks.some(({ override }) => override) };
}
