import { existsSync, readFileSync } from 'node:fs';
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
    // No package needs its install script but `node`, which is seen to below: better-sqlite3 brings its binaries, and
    // npm would compile it all the same, in vain where there is no compiler.
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
    if (!(await npm(root, 'Installing packages with npm', args)))
      return 'The packages could not be installed (npm ci failed, see above).';
  }
  return hasNode(root) ? undefined : fetchNode(root);
}

/**
 * Does what the install script of the package `node` does: fetches its binary, and gives it its place in .bin.
 * @param {string} root
 * @returns {Promise<string | undefined>} why it failed
 */
async function fetchNode(root) {
  const options = { cwd: `${root}node_modules/node`, env: cleanEnv(root) };
  await run('Fetching the project’s Node', outsideNode(), ['installArchSpecificPackage'], options);
  await npm(root, 'Linking it', ['rebuild', 'node', '--ignore-scripts']);
  return hasNode(root)
    ? undefined
    : "The project's Node could not be fetched: node_modules/.bin/node is missing.";
}

/**
 * @param {string} root
 * @param {string} what for the reader
 * @param {readonly string[]} args
 */
function npm(root, what, args) {
  const options = { cwd: root, env: cleanEnv(root) };
  const { npm_execpath: script } = process.env;
  if (script?.endsWith('npm-cli.js')) return run(what, outsideNode(), [script, ...args], options);
  return run(what, 'npm', args, { ...options, shell: process.platform === 'win32' });
}

/** The Node that npm runs on: under a script of npm's this program runs on the project's own, which `npm ci` removes. */
const outsideNode = () => process.env.npm_node_execpath ?? process.execPath;

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

/** @param {string} root */
function hasNode(root) {
  const isThere = (/** @type {string} */ file) => existsSync(`${root}node_modules/${file}`);
  return process.platform === 'win32'
    ? isThere('node/bin/node.exe') && isThere('.bin/node.cmd')
    : isThere('.bin/node');
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
