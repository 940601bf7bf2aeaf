import { existsSync } from 'node:fs';
// A file of its own, since the set-up looks at the same places on a Node that does not read TypeScript.
import candidates from './candidates.json' with { type: 'json' };

/** Path of the system's Chromium, or of the one CHROMIUM_PATH names. Throws when there is none. */
export function findChromium(): string {
  const path = process.env.CHROMIUM_PATH ?? candidates.find((candidate) => existsSync(candidate));
  if (path === undefined || !existsSync(path))
    throw new Error(
      `no Chromium at ${path ?? 'any usual place'}: install one (apt-get install chromium) or set CHROMIUM_PATH`,
    );
  return path;
}
