import type { CabinetId, CommandId, LampId } from '../../../shared/ids.ts';
import { millis } from '../../../shared/wire/time.ts';
import { topics } from '../../../shared/wire/topic.ts';
import type { Track } from './model.ts';
import { wantedOf } from './proof.ts';
import { commandOf, expiryOf } from './track.ts';

/** A message to a gateway, for these lamps. */
export interface Letter {
  /** of the override */
  readonly id: CommandId;
  readonly topic: string;
  readonly payload: string;
  readonly lamps: readonly LampId[];
  readonly expirySeconds: number;
}

/** Lamps that one message names: it stays small whatever their ids are. */
const AT_ONCE = 100;
/** How long a gateway may take a word that ends an override, ms: it acts on the world too. */
const RELEASE_MS = 30_000;

/** What is to be said to the gateways of these lamps: one message for many of a cabinet that shall burn alike. */
export function* lettersFor(
  track: Track,
  lamps: readonly LampId[],
  cabinetOf: (lamp: LampId) => CabinetId | undefined,
  now: number,
): Generator<Letter> {
  const { order, release, lamps: tracked } = track;
  const expires =
    release === undefined
      ? millis(expiryOf(track))
      : release.expiresAt === undefined
        ? now + RELEASE_MS
        : millis(release.expiresAt);
  const head = { v: 1, cmd: commandOf(track), expiresAt: new Date(expires).toISOString() };
  const levelOf = (lamp: LampId): number | undefined =>
    release === undefined ? wantedOf(order, tracked.get(lamp) ?? {}) : undefined;
  const expirySeconds = Math.max(1, Math.ceil((expires - now) / 1_000));
  const letter = (topic: string, content: object, named: readonly LampId[]): Letter => ({
    id: order.id,
    topic,
    payload: JSON.stringify(content),
    lamps: named,
    expirySeconds,
  });
  for (const [level, alike] of Map.groupBy(lamps, levelOf)) {
    const said = {
      ...head,
      ...(level === undefined ? { release: true } : { level: level / 100, until: order.until }),
    };
    for (const [cabinet, its] of Map.groupBy(alike, cabinetOf)) {
      if (cabinet === undefined) for (const lamp of its) yield letter(topics.lampOrder(lamp), said, [lamp]);
      else
        for (let from = 0; from < its.length; from += AT_ONCE) {
          const some = its.slice(from, from + AT_ONCE);
          yield letter(topics.cabinetOrder(cabinet), { ...said, lamps: some }, some);
        }
    }
  }
}
