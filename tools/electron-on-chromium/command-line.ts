import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The fields of an application's package.json that Electron reads. */
export interface Manifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

export interface CommandLine {
  /** CommonJS files given with `-r`, run before the application (Playwright's loader comes this way). */
  readonly preloads: readonly string[];
  /** The application: a folder with a package.json, or a script. */
  readonly entry: string | undefined;
  /** Every `--name` or `--name=value`, before and after the entry alike: Chromium reads the whole line. */
  readonly switches: string[];
  readonly wantsVersion: boolean;
}

/** Splits the arguments as Electron's default application does; `--` ends the switches. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const preloads: string[] = [];
  const switches: string[] = [];
  let entry: string | undefined;
  let wantsVersion = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--') break;
    if (arg.startsWith('--')) switches.push(arg);
    if (entry !== undefined) continue;
    if (arg === '-r' || arg === '--require') {
      const file = args[++i];
      if (file !== undefined) preloads.push(file);
    } else if (arg === '-v' || arg === '--version') wantsVersion = true;
    else if (!arg.startsWith('-')) entry = arg;
  }
  return { preloads, entry, switches: switches.filter((name) => name !== '--require'), wantsVersion };
}

export interface Application {
  /** Absolute path of the script to run. */
  readonly main: string;
  /** What `app.getAppPath()` answers: the folder of the package.json. */
  readonly appPath: string;
  readonly manifest: Manifest;
}

/** Finds main script and package.json of the application at `entry`. Throws an Error that says what is missing. */
export function findApplication(entry: string | undefined, cwd: string): Application {
  const path = resolve(cwd, entry ?? '.');
  if (!existsSync(path)) throw new Error(`cannot find the application at ${path}`);
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const root = packageFolder(folder);
  const manifest = root === undefined ? {} : readManifest(root);
  const main = isFolder ? resolve(folder, manifest.main ?? 'index.js') : path;
  if (!existsSync(main))
    throw new Error(`the application's main script ${main} does not exist; is it built?`);
  return { main, appPath: isFolder ? folder : (root ?? folder), manifest };
}

function packageFolder(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
