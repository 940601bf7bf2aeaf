import { commandOf, LampCommand, LampState } from '../state.ts';

/**
 * Bit of a kept state that no live one has there: the level follows whoever passes, and how it did is not kept. It
 * stands where a live state says presence, for of presence nothing is kept.
 */
export const VARIES = LampState.presence;
/** The level of a lamp of which not even a base is known that it goes back to. */
export const LEVEL_NOT_KEPT = 255;

const LASTS = LampState.on | LampState.override | LampState.neverSeen;
/** Lamps say their level in whole percents, some a little off. */
const SLACK = 5;

/** How a lamp burns that wakes for who passes; all in %. */
export interface Waking {
  /** when nobody passes; undefined where the room does not know */
  readonly base: number | undefined;
  /** between these whoever passes may have made its level */
  readonly least: number;
  readonly most: number;
}

export interface KeptLamp {
  /** bits of `LampState`; that of presence is `VARIES` */
  readonly state: number;
  /** %, or `LEVEL_NOT_KEPT` */
  readonly level: number;
  /** bits of `LampFault` */
  readonly faults: number;
}

/**
 * What is kept of a lamp: how it burns, and of those that wake for who passes only how they burn when nobody does. A
 * level that rises behind somebody's back would tell the way home of whoever walks there, minute by minute.
 * @param state bits as in a district frame @param level % @param waking where its programme has it wake for presence
 */
export function keptOf(state: number, level: number, faults: number, waking?: Waking): KeptLamp {
  const fault = faults === 0 ? 0 : LampState.fault;
  const plain = (state & LASTS) | fault;
  if (waking === undefined || (state & LampState.neverSeen) !== 0) return { state: plain, level, faults };
  const commanded = (state & LampState.override) !== 0 && commandOf(state) !== LampCommand.refused;
  if (commanded) return { state: plain, level, faults };
  const { base, least, most } = waking;
  if (base === undefined) return { state: (plain & ~LampState.on) | VARIES, level: LEVEL_NOT_KEPT, faults };
  // Darker than its base, or brighter than it would be for anybody: that is no one's step but the lamp's own.
  if (level < least - SLACK || level > most + SLACK) return { state: plain, level, faults };
  const on = base > 0 ? LampState.on : 0;
  return { state: (plain & ~LampState.on) | on | VARIES, level: base, faults };
}
