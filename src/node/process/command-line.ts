import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { exitCodes, PlainError } from './plain-error.ts';

/** A command line that makes no sense; the second line says how it is used. */
export class UsageError extends PlainError {
  override readonly name = 'UsageError';

  constructor(said: string, usage: string, options?: ErrorOptions) {
    super(exitCodes.config, [said, `usage: ${usage}`], options);
  }
}

/**
 * Reads the options of a program.
 * @param usage how it is called, told with what is wrong
 * @throws UsageError for an unknown option, a missing value, an argument that is no option
 */
export function readCommandLine<O extends ParseArgsOptionsConfig>(
  options: O,
  usage: string,
  args: readonly string[] = process.argv.slice(2),
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS_')) throw error;
    // What follows the first sentence explains a feature that our programs do not have.
    throw new UsageError(message.split(/\.? To specify |\n/)[0]!, usage, { cause: error });
  }
}
