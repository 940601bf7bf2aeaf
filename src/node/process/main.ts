import { exitCodes, PlainError } from './plain-error.ts';

interface Ending {
  readonly lines: readonly string[];
  readonly code: number;
}

function endingOf(error: unknown): Ending {
  if (error instanceof PlainError) return { lines: error.lines, code: error.exitCode };
  const { code, port } = (error ?? {}) as { code?: unknown; port?: unknown };
  if (code === 'EADDRINUSE') {
    const lines = [`port ${port} is already in use by another program`];
    return { lines, code: exitCodes.listen };
  }
  return {
    lines: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    code: exitCodes.bug,
  };
}

export interface MainOptions {
  readonly write?: (text: string) => void;
  readonly exit?: (code: number) => void;
}

/**
 * Runs a program's start. What its user can put right (a `PlainError`: configuration, disk, port) is told in plain
 * lines with the program's name in front and no stack; anything else is a bug and keeps its stack.
 * The process ends in either case, whatever has already been started.
 */
export async function runMain(
  name: string,
  start: () => void | Promise<void>,
  { write = (text) => void process.stderr.write(text), exit = process.exit }: MainOptions = {},
): Promise<void> {
  try {
    await start();
  } catch (error) {
    const { lines, code } = endingOf(error);
    write(lines.map((line) => `${name}: ${line}\n`).join(''));
    exit(code);
  }
}
