/** Exit codes of sysexits.h; a service manager can be told not to restart on a wrong configuration. */
export const exitCodes = { config: 78, storage: 74, listen: 69, bug: 70 } as const;

/**
 * A failure that whoever runs the program can put right. `runMain` tells its lines without a stack and ends with
 * its exit code. `lines` are complete sentences.
 */
export abstract class PlainError extends Error {
  readonly exitCode: number;
  readonly lines: readonly string[];

  constructor(exitCode: number, lines: readonly string[], options?: ErrorOptions) {
    super(lines.join('\n'), options);
    this.exitCode = exitCode;
    this.lines = lines;
  }
}
