import { commandOf, LampCommand, LampFault, LampState } from '../../../../shared/lamp/state.ts';

/**
 * The shape that stands for a lamp, in the order of painting: what asks for something lies on top.
 * Levels are 1–24, 25–49, 50–74 and 75–100 %.
 */
export const Mark = {
  off: 0,
  level1: 1,
  level2: 2,
  level3: 3,
  level4: 4,
  noNews: 5,
  fault: 6,
} as const;
export type Mark = (typeof Mark)[keyof typeof Mark];

/** The ring about a lamp; it may surround any mark. */
export const Ring = {
  none: 0,
  presence: 1,
  override: 2,
  commanded: 3,
  acknowledged: 4,
  /** commanded, and not followed: refused, or its time to is over */
  behind: 5,
} as const;
export type Ring = (typeof Ring)[keyof typeof Ring];

/**
 * Silence is not a fault of the lamp but of what we know of it; any other fault says more than silence.
 * @param state,faults bits of the district frame
 */
export function markOf(state: number, level: number, faults: number): Mark {
  if (state & LampState.neverSeen) return Mark.noNews;
  if (state & LampState.fault && (faults & ~LampFault.silent || faults === 0)) return Mark.fault;
  if (faults & LampFault.silent) return Mark.noNews;
  if (!(state & LampState.on) || level === 0) return Mark.off;
  return Math.min(Mark.level4, 1 + Math.floor(level / 25)) as Mark;
}

const RING_OF_COMMAND: Readonly<Record<LampCommand, Ring>> = {
  [LampCommand.none]: Ring.none,
  [LampCommand.commanded]: Ring.commanded,
  [LampCommand.acknowledged]: Ring.acknowledged,
  [LampCommand.refused]: Ring.behind,
};

/**
 * One ring at most: a command that was not followed says more than one under way, that more than an override, that more
 * than presence. By day sensors tell of who passes and nothing lights up for them: no ring about a lamp that is off.
 */
export function ringOf(state: number): Ring {
  if (state & LampState.behind) return Ring.behind;
  const command = commandOf(state);
  if (command !== LampCommand.none) return RING_OF_COMMAND[command];
  if (state & LampState.override) return Ring.override;
  return state & LampState.presence && state & LampState.on ? Ring.presence : Ring.none;
}
