import { existsSync, readFileSync } from 'node:fs';
import { findPostgres } from './postgres.mjs';
import { findCommand } from './system.mjs';

/**
 * A program, or file, that comes from the system and not from npm.
 * @typedef {object} Program
 * @property {string} name for the reader
 * @property {keyof import('./needs.mjs').Needs} for
 * @property {string} apt packages of Debian and Ubuntu, with a blank between
 * @property {string} brew what to say after `brew install`
 * @property {string} windows how to get it there
 * @property {(system: import('./system.mjs').System) => boolean} isThere
 */

const FONT_FOLDERS = ['truetype/dejavu', 'dejavu', 'dejavu-sans-fonts', 'TTF'];
const chromiumPlaces = () =>
  JSON.parse(
    readFileSync(new URL('../electron-on-chromium/chromium/candidates.json', import.meta.url), 'utf8'),
  );

/** @type {Program} */
const chromium = {
  for: 'shell',
  name: 'Chromium, which shows the windows where Electron cannot be had',
  apt: 'chromium chromium-sandbox', // the sandbox where the kernel allows users no namespaces
  brew: '--cask chromium',
  windows: 'Electron itself is used there',
  isThere: ({ env }) => (env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : chromiumPlaces()).some(existsSync),
};

/** @type {readonly Program[]} */
const PROGRAMS = [
  chromium,
  {
    for: 'room',
    name: 'mosquitto, the MQTT broker of the demo room and the tests',
    apt: 'mosquitto',
    brew: 'mosquitto',
    windows: 'install it from https://mosquitto.org/download/ and add its folder to PATH',
    isThere: (system) => {
      const further = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin', 'C:\\Program Files\\mosquitto'];
      return findCommand('mosquitto', system, further) !== undefined;
    },
  },
  {
    for: 'tests',
    name: 'mosquitto_pub, by which the tests speak to the broker as a client that is not ours',
    apt: 'mosquitto-clients',
    brew: 'mosquitto',
    windows: 'it comes with mosquitto: add its folder to PATH',
    isThere: (system) => {
      const further = ['/usr/bin', '/opt/homebrew/bin', 'C:\\Program Files\\mosquitto'];
      return findCommand('mosquitto_pub', system, further) !== undefined;
    },
  },
  {
    for: 'tests',
    name: 'PostgreSQL, on which the tests run the hub’s store beside SQLite',
    apt: 'postgresql',
    brew: 'postgresql@17',
    windows: 'install it from https://www.postgresql.org/download/windows/ and set PGBIN to its bin folder',
    isThere: (system) => findPostgres(system) !== undefined,
  },
  {
    for: 'ffmpeg',
    name: 'ffmpeg, which makes the demo cameras',
    apt: 'ffmpeg',
    brew: 'ffmpeg',
    windows: 'run: winget install Gyan.FFmpeg',
    isThere: (system) => findCommand('ffmpeg', system) !== undefined,
  },
  {
    for: 'room',
    name: 'the font DejaVu Sans, for what the application’s own font does not have',
    apt: 'fonts-dejavu-core',
    brew: '--cask font-dejavu',
    windows: 'Windows has fonts of its own',
    // macOS and Windows always have fonts; a bare Debian has none.
    isThere: ({ platform }) =>
      platform !== 'linux' ||
      FONT_FOLDERS.some((folder) => existsSync(`/usr/share/fonts/${folder}/DejaVuSans.ttf`)),
  },
];

/**
 * @param {import('./system.mjs').System} system
 * @param {import('./needs.mjs').Needs} needs
 * @param {boolean} standsIn Chromium is what shows the windows
 * @returns {Program[]}
 */
export function missingPrograms(system, needs, standsIn) {
  return PROGRAMS.filter(
    (program) => needs[program.for] && (program !== chromium || standsIn) && !program.isThere(system),
  );
}

/**
 * How to get it on this system, in one line.
 * @param {Pick<Program, 'apt' | 'brew' | 'windows'>} program
 * @param {Pick<import('./system.mjs').System, 'platform' | 'hasApt' | 'isRoot'>} system
 */
export function adviceFor({ apt, brew, windows }, { platform, hasApt, isRoot }) {
  if (hasApt) return `Run: ${isRoot ? '' : 'sudo '}apt-get install ${apt}`;
  if (platform === 'darwin') return `Run: brew install ${brew}`;
  if (platform === 'win32') return `On Windows, ${windows}.`;
  return `Install it with your system's package manager (Debian's name for it: ${apt}).`;
}
