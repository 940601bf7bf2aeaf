import { readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/**
 * The part of package-lock.json that says what is installed; npm keeps the same in node_modules/.package-lock.json and
 * writes it last, so that an interrupted install has none.
 * @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock
 */

/**
 * Whether the installed packages are not those of the lock. Compared by content: times mean nothing after a checkout.
 * @param {Lock | undefined} wanted
 * @param {Lock | undefined} installed
 */
export function isStale(wanted, installed) {
  if (wanted?.packages === undefined || installed?.packages === undefined) return true;
  const there = installed.packages;
  const isAsWanted = Object.entries(wanted.packages).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true; // the project itself
    const found = there[path];
    // What is optional may be for another system.
    return found === undefined ? Boolean(optional || devOptional) : found.version === version;
  });
  return !isAsWanted || Object.keys(there).some((path) => !(path in (wanted.packages ?? {})));
}

/**
 * Installs the packages if they are not those of package-lock.json, and the project's own Node.
 * @param {string} root with a slash at the end
 * @returns {Promise<string | undefined>} why it failed
 */
export async function setUpModules(root) {
  const lock = readJson(`${root}package-lock.json`);
  if (isStale(lock, readJson(`${root}node_modules/.package-lock.json`))) {
    if (process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules')))
      return 'The packages are out of date, and Windows lets no program replace itself. Run `npm ci`, then this again.';
    if (!(await npmCi(root))) return 'The packages could not be installed (npm ci failed, see above).';
  }
  // The package `node` fetches its binary in an install script, which npm may have been told not to run.
  const folder = `${root}node_modules/node`;
  if (!hasNode(folder)) {
    await run('Fetching the project’s Node', process.execPath, ['installArchSpecificPackage'], {
      cwd: folder,
      env: cleanEnv(root),
    });
    if (!hasNode(folder)) return `The project's Node could not be fetched: ${folder}/bin/node is missing.`;
  }
  return undefined;
}

/** @param {string} root */
function npmCi(root) {
  const args = ['ci', '--no-audit', '--no-fund'];
  const options = { cwd: root, env: cleanEnv(root) };
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  const what = 'Installing packages with npm';
  if (npm?.endsWith('npm-cli.js')) return run(what, node, [npm, ...args], options);
  return run(what, 'npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * npm must not run on the very Node that it is about to replace.
 * @param {string} root
 */
function cleanEnv(root) {
  const { PATH = '', ...rest } = process.env;
  const own = join(root, 'node_modules');
  const path = PATH.split(delimiter).filter((folder) => !folder.startsWith(own));
  return { ...rest, PATH: path.join(delimiter) };
}

/** @param {string} folder */
function hasNode(folder) {
  return ['bin/node', 'bin/node.exe'].some(
    (file) => (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0) > 1_000_000,
  );
}

/**
 * @param {string} path
 * @returns {Lock | undefined}
 */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
