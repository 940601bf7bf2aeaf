import type { CommandId, LampId } from '../../../shared/ids.ts';
import { millis } from '../../../shared/wire/time.ts';
import type { LampTrack, LastReport, Order, Release, Resend, Track } from './model.ts';
import { expiryOf, isProved, laggards, mayHold, near, wantedOf } from './proof.ts';

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

/** The command by which one of its lamps was last told. */
export const toldAs = (track: Track, { cmd }: Pick<LampTrack, 'cmd'>): CommandId => cmd ?? commandOf(track);

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

/**
 * @param at ms, when it was given to the broker
 * @param lastOf what a lamp has last said of itself by then
 * @param freshMs how old that may be to tell how the lamp burns now @param cmd by which its gateway knows it
 */
export const sent = (
  track: Track,
  ids: Iterable<LampId>,
  at: number,
  lastOf: (lamp: LampId) => LastReport | undefined = () => undefined,
  freshMs = 0,
  cmd?: CommandId,
): Track =>
  changed(track, ids, ({ amend, ...lamp }, id) => {
    if (lamp.word !== 'waiting') return amend === undefined ? lamp : { ...lamp, amended: cmd ?? amend };
    const { stood: _, old: __, ...rest } = lamp;
    const last = track.release === undefined ? lastOf(id) : undefined;
    return {
      ...rest,
      word: 'sent',
      sentAt: at,
      ...(cmd === undefined || cmd === toldAs(track, lamp) ? {} : { cmd }),
      ...(last?.sound
        ? { stood: last.level, ...(at - last.at > freshMs ? { old: true as const } : {}) }
        : {}),
    };
  });

/** The broker has not taken it; what a gateway has answered meanwhile it must have heard all the same. */
export const unsent = (track: Track, ids: Iterable<LampId>): Track =>
  changed(track, ids, (lamp) => {
    if (lamp.word !== 'sent') return lamp;
    const { sentAt: _, ...rest } = lamp;
    return {
      ...rest,
      word: 'waiting',
      ...(lamp.againAt === undefined ? {} : { sentAt: lamp.againAt }),
    };
  });

/** What comes after it has changed: their gateways are to be told anew, as `cmd`; they do as they do meanwhile. */
export const amending = (track: Track, ids: Iterable<LampId>, cmd: CommandId): Track =>
  changed(track, ids, (lamp) => (mayHold(lamp) ? { ...lamp, amend: cmd } : lamp));

/**
 * An order over it has ended, and it counts again on these lamps: they are told so, also those whose gateway went on by
 * itself, for it may not have.
 * @param floorOf safety floor of a lamp now, %
 */
export const counting = (
  track: Track,
  ids: Iterable<LampId>,
  { cmd, at }: Pick<Release, 'cmd' | 'at'>,
  floorOf: (id: LampId) => number,
): Track => ({
  ...changed(track, ids, ({ before, taken }, id) => {
    const floor = floorOf(id);
    return {
      word: 'waiting',
      ...(before === undefined ? {} : { before }),
      ...(floor > wantedOf(track.order, {}) ? { floor } : {}),
      ...(taken === undefined ? {} : { taken }),
      sentAt: millis(at),
      againAt: millis(at),
      cmd,
    };
  }),
  judged: false,
});

/** Which later order counts on its lamps, where that is another than before. */
export const laid = (track: Track, under: ReadonlyMap<LampId, CommandId | undefined>): Track =>
  changed(track, under.keys(), ({ under: _, ...lamp }, id) => {
    const over = under.get(id);
    return over === undefined ? lamp : { ...lamp, under: over };
  });

/**
 * A gateway's word for lamps that it feeds; of those that were told by another command since it is passed over.
 * @param refusal of a lamp: the gateway's code, or undefined where it took the order
 * @param goesOn it goes on with what comes after by itself
 */
export const answered = (
  track: Track,
  cmd: CommandId,
  ids: Iterable<LampId>,
  refusal: (id: LampId) => string | undefined,
  goesOn = false,
): Track =>
  changed(track, ids, (known, id) => {
    const code = refusal(id);
    if (known.amended === cmd) return code === undefined ? heard(known) : known;
    if (toldAs(track, known) !== cmd) return known;
    const { code: _, goesOn: __, ...lamp } = known;
    const sentAt = lamp.sentAt ?? millis((track.release ?? track.resend ?? track.order).at);
    return code === undefined
      ? { ...lamp, word: 'acknowledged', sentAt, taken: true, ...(goesOn ? { goesOn } : {}) }
      : { ...lamp, word: 'refused', sentAt, code };
  });

/** Its gateway knows what comes after: with that it was told the order whole, also where it had missed that. */
const heard = ({ amended: _, ...lamp }: LampTrack): LampTrack =>
  lamp.word === 'sent' ? { ...lamp, word: 'acknowledged', taken: true } : lamp;

/** What a lamp has said of itself. */
export interface Seen {
  readonly lamp: LampId;
  /** % */
  readonly level: number;
  /** ms, when it was observed */
  readonly at: number;
}

/**
 * Lamps' own reports, in the order in which they came. One of before its order left proves nothing; where it comes late
 * and is another than the last one known then, neither does that any more.
 */
export function observed(track: Track, reports: readonly Seen[]): Track {
  const lamps = new Map(track.lamps);
  for (const { lamp: id, level, at } of reports) {
    const lamp = lamps.get(id);
    if (lamp !== undefined) lamps.set(id, afterReport(lamp, level, at));
  }
  return { ...track, lamps };
}

function afterReport(lamp: LampTrack, level: number, at: number): LampTrack {
  if (lamp.sentAt !== undefined && at >= lamp.sentAt - ROUNDED_MS) return { ...lamp, level };
  if (lamp.stood === undefined || near(level, lamp.stood)) return lamp;
  const { stood: _, old: __, ...rest } = lamp;
  return rest;
}

/**
 * Commands those anew that have not followed. What was seen of them stays: who follows the first order late is not
 * told again.
 */
export function resending(track: Track, resend: Resend): Track {
  const floors = new Map(resend.floors);
  const again = laggards(track).map(
    ([id, { code: _, floor: __, stood: ___, old: ____, sentAt, word, cmd: _cmd, againAt: _at, ...lamp }]) => {
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
    },
  );
  const { pacedMs: _, ...standing } = track;
  return { ...standing, resend, judged: false, lamps: new Map([...track.lamps, ...again]) };
}

/** Gives back what has been commanded. Lamps whose order never left, or was refused, have nothing to go back from. */
export function releasing(track: Track, release: Release): Track {
  const lamps = new Map<LampId, LampTrack>();
  const by = release.expiresAt === undefined ? { sentAt: millis(release.at) } : {};
  for (const [id, lamp] of track.lamps) {
    const { before, floor } = lamp;
    const astray = lamp.amend !== undefined || lamp.amended !== undefined;
    if (mayHold(lamp))
      lamps.set(id, {
        word: 'waiting',
        ...(before === undefined ? {} : { before }),
        ...(floor === undefined ? {} : { floor }),
        ...(astray ? { astray } : {}),
        ...by,
      });
  }
  return { order: track.order, release, lamps, judged: false };
}

/** Lamps that have nothing to go back from: another order counts on them. */
export function without(track: Track, ids: Iterable<LampId>): Track {
  const lamps = new Map(track.lamps);
  for (const id of ids) lamps.delete(id);
  return { ...track, lamps };
}

/**
 * The lamps whose order is to leave now. What has expired never does.
 * @param graceMs how long after the end gateways have to go back by themselves
 */
export const due = (track: Track, now: number, graceMs: number): readonly LampId[] => [
  ...dueOf(track, now, graceMs),
];

/** Whether there are any. */
export const isDue = (track: Track, now: number, graceMs: number): boolean =>
  dueOf(track, now, graceMs).next().done !== true;

function* dueOf(track: Track, now: number, graceMs: number): Generator<LampId> {
  const { order, release, lamps } = track;
  const late = now >= expiryOf(track);
  if (release !== undefined && late) return;
  if (release !== undefined && release.expiresAt === undefined && now < millis(release.at) + graceMs) return;
  for (const [id, lamp] of lamps) {
    if (lamp.under !== undefined) continue;
    // What counts again is not late before the end of its order.
    const isLate = lamp.againAt === undefined ? late : now >= millis(order.until);
    const leaves =
      lamp.word === 'waiting' &&
      (release !== undefined || !isLate) &&
      (lamp.againAt !== undefined || !isProved(track, lamp));
    if (leaves || lamp.amend !== undefined) yield id;
  }
}
