import type { CabinetId, CommandId, LampId } from '../../../shared/ids.ts';
import { millis } from '../../../shared/wire/time.ts';
import { topics } from '../../../shared/wire/topic.ts';
import type { Track } from './track.ts';

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

/** What is to be said to the gateways of these lamps: one message for many of a cabinet. */
export function* lettersFor(
  { order, release }: Track,
  lamps: readonly LampId[],
  cabinetOf: (lamp: LampId) => CabinetId | undefined,
  now: number,
): Generator<Letter> {
  const expires =
    release === undefined
      ? millis(order.expiresAt)
      : release.expiresAt === undefined
        ? now + RELEASE_MS
        : millis(release.expiresAt);
  const said = {
    v: 1,
    cmd: release?.cmd ?? order.id,
    ...(release === undefined ? { level: order.level, until: order.until } : { release: true }),
    expiresAt: new Date(expires).toISOString(),
  };
  const expirySeconds = Math.max(1, Math.ceil((expires - now) / 1_000));
  const letter = (topic: string, content: object, named: readonly LampId[]): Letter => ({
    id: order.id,
    topic,
    payload: JSON.stringify(content),
    lamps: named,
    expirySeconds,
  });
  for (const [cabinet, its] of Map.groupBy(lamps, cabinetOf)) {
    if (cabinet === undefined) for (const lamp of its) yield letter(topics.lampOrder(lamp), said, [lamp]);
    else
      for (let from = 0; from < its.length; from += AT_ONCE) {
        const some = its.slice(from, from + AT_ONCE);
        yield letter(topics.cabinetOrder(cabinet), { ...said, lamps: some }, some);
      }
  }
}
