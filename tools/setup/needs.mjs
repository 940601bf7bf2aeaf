/**
 * What a command needs beside the packages and the project's Node.
 * @typedef {object} Needs
 * @property {boolean} shell Electron, or what stands in for it
 * @property {boolean} ffmpeg
 * @property {boolean} room what else the demo room and the tests run on: broker, font
 * @property {boolean} tests what only the tests run on: a database server
 */

/**
 * Reads what the set-up is asked for: all of it, or with `--packages` only what a hub on a server needs, with
 * `--ffmpeg` beside it what a city needs; with `--tests` also what only the tests need.
 * @param {readonly string[]} args
 * @returns {Needs | undefined} undefined where they make no sense
 */
export function readNeeds(args) {
  switch (args.join(' ')) {
    case '':
      return { shell: true, ffmpeg: true, room: true, tests: false };
    case '--tests':
      return { shell: true, ffmpeg: true, room: true, tests: true };
    case '--packages':
      return { shell: false, ffmpeg: false, room: false, tests: false };
    case '--packages --ffmpeg':
      return { shell: false, ffmpeg: true, room: false, tests: false };
    default:
      return undefined;
  }
}
