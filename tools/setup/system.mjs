import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * What the decisions of the set-up depend on.
 * @typedef {object} System
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {boolean} isRoot
 * @property {boolean} hasApt Debian and what descends from it
 * @property {boolean} hasDisplay a window can be shown
 * @property {Readonly<Record<string, string | undefined>>} env
 */

/** @returns {System} */
export function describeSystem() {
  const { platform, arch, env } = process;
  return {
    platform,
    arch,
    env,
    isRoot: process.getuid?.() === 0,
    hasApt: existsSync('/usr/bin/apt-get'),
    hasDisplay: platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY),
  };
}

/**
 * Looks for a command in PATH and in further folders: daemons lie in sbin, which PATH often lacks.
 * @param {string} name
 * @param {System} system
 * @param {readonly string[]} [further]
 * @returns {string | undefined} its path
 */
export function findCommand(name, { env, platform }, further = []) {
  const file = platform === 'win32' ? `${name}.exe` : name;
  const folders = [...(env.PATH ?? env.Path ?? '').split(delimiter), ...further].filter(Boolean);
  return folders.map((folder) => join(folder, file)).find(isExecutable);
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
