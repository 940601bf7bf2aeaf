import { parseArgs } from 'node:util';

/** What the command line says to the application; what it doesn't know is Electron's or Chromium's. */
export interface Options {
  /** the seat's configuration file; the default place where absent */
  readonly config: string | undefined;
}

export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: { config: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  return { config: typeof values.config === 'string' ? values.config : undefined };
}
