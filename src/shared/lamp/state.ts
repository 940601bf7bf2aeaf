/**
 * A lamp in the bytes of the district frame (see docs/contract/district-frame.md): state bits, level in %,
 * fault bits. The same bits travel from hub to seat to window, so they are named once, here.
 */
export const LampState = {
  on: 1 << 0,
  fault: 1 << 1,
  presence: 1 << 2,
  override: 1 << 3,
  neverSeen: 1 << 4,
  /** it was commanded and has not followed: refused, or its time to is over */
  behind: 1 << 7,
} as const;

export const LampCommand = { none: 0, commanded: 1, acknowledged: 2, refused: 3 } as const;
export type LampCommand = (typeof LampCommand)[keyof typeof LampCommand];

const COMMAND_SHIFT = 5;
export const commandOf = (state: number): LampCommand => ((state >> COMMAND_SHIFT) & 3) as LampCommand;
export const withCommand = (state: number, command: LampCommand): number =>
  (state & ~(3 << COMMAND_SHIFT)) | (command << COMMAND_SHIFT);

/** An order has it, on its way or in force: another one would take it from that. What its gateway has refused has none. */
export const isOrdered = (state: number): boolean =>
  (state & LampState.override) !== 0 ||
  commandOf(state) === LampCommand.commanded ||
  commandOf(state) === LampCommand.acknowledged;

export const LampFault = {
  defectiveLamp: 1 << 0,
  columnIssue: 1 << 1,
  brokenLantern: 1 << 2,
  darkAtNight: 1 << 3,
  burningByDay: 1 << 4,
  powerOutOfBand: 1 << 5,
  silent: 1 << 6,
  circuit: 1 << 7,
  cabinet: 1 << 8,
} as const;
export type LampFaultName = keyof typeof LampFault;

/** Names of the fault bits that are set. */
export const faultNames = (bits: number): readonly LampFaultName[] =>
  (Object.keys(LampFault) as LampFaultName[]).filter((name) => (bits & LampFault[name]) !== 0);

/** How a lamp is, in one word: its state, its level and its faults, as they stand in the bytes of a batch. */
export const lampWord = (state: number, level: number, faults: number): number =>
  (state | (level << 8) | (faults << 16)) >>> 0;
export const stateOf = (word: number): number => word & 0xff;
/** % */
export const levelOf = (word: number): number => (word >>> 8) & 0xff;
export const faultsOf = (word: number): number => word >>> 16;
