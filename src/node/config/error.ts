import { exitCodes, PlainError } from '../process/plain-error.ts';

/** A configuration that can't be used. `lines` are complete sentences for the person who edits the file. */
export class ConfigError extends PlainError {
  override readonly name = 'ConfigError';

  constructor(lines: readonly string[], options?: ErrorOptions) {
    super(exitCodes.config, lines, options);
  }
}
