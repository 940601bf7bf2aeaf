import type { Chromium } from './chromium/chromium.ts';
import type { Application } from './command-line.ts';

/** What the whole stand-in shares about the one application it runs. */
export interface Host extends Application {
  /** The command line's switches and those the application appends before it is ready. */
  switches: string[];
  /** Undefined until the application is ready. */
  chromium: Chromium | undefined;
  /** True once quitting can no longer be refused. */
  quitting: boolean;
}

export const host: Host = {
  main: '',
  appPath: process.cwd(),
  manifest: {},
  switches: [],
  chromium: undefined,
  quitting: false,
};

/** The running Chromium; throws what Electron throws when something is used before the application is ready. */
export function chromium(what: string): Chromium {
  if (host.chromium === undefined) throw new Error(`${what} cannot be used before app is ready`);
  return host.chromium;
}

/** Whether `--name` or `--name=value` stands on the command line. */
export function hasSwitch(name: string): boolean {
  return host.switches.some((given) => given === `--${name}` || given.startsWith(`--${name}=`));
}

/** The value of the last `--name=value`, or an empty string, as Chromium has it. */
export function switchValue(name: string): string {
  return host.switches.findLast((given) => given.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';
}
