import { existsSync } from 'node:fs';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of the system's Chromium, or of the one CHROMIUM_PATH names. Throws when there is none. */
export function findChromium(): string {
  const path = process.env.CHROMIUM_PATH ?? CANDIDATES.find((candidate) => existsSync(candidate));
  if (path === undefined || !existsSync(path))
    throw new Error(
      `no Chromium at ${path ?? 'any usual place'}: install one (apt-get install chromium) or set CHROMIUM_PATH`,
    );
  return path;
}
