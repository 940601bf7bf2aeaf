import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { run } from './run.mjs';

const PROBE_MS = 5000;
const DOWNLOAD_MS = 300_000;
const RELEASES = 'https://github.com/electron/electron/releases/download/';

/**
 * What stands in node_modules/electron/dist.
 * @typedef {{ kind: 'nothing' | 'real' } | { kind: 'stand-in', reason: string }} Installed
 */

/**
 * What to do about Electron's executable. The real one is tried where it could show a window; where there is no display
 * only the stand-in can run at all.
 * @param {import('./system.mjs').System} system
 * @param {Installed} installed
 * @returns {{ do: 'nothing' | 'download' } | { do: 'stand-in', reason: string }}
 */
export function decide({ platform, env, hasDisplay }, installed) {
  if (env.ELECTRON_OVERRIDE_DIST_PATH) return { do: 'nothing' };
  if (installed.kind === 'real') return { do: 'nothing' };
  const skip = [
    'ELECTRON_SKIP_BINARY_DOWNLOAD',
    'npm_config_electron_skip_binary_download',
    'npm_config_offline',
  ].find((name) => env[name] && env[name] !== 'false' && env[name] !== '0');
  const reason = skip ? `${skip} is set` : hasDisplay ? undefined : 'there is no display';
  if (platform === 'win32') return { do: 'download' }; // the stand-in is a shell script
  if (installed.kind === 'stand-in')
    // A machine that could not reach it is not asked again at every start; `npm ci` asks anew.
    return installed.reason === 'there is no display' && reason === undefined
      ? { do: 'download' }
      : { do: 'nothing' };
  return reason === undefined ? { do: 'download' } : { do: 'stand-in', reason };
}

/**
 * @param {string} root with a slash at the end
 * @param {import('./system.mjs').System} system
 * @returns {Promise<string | undefined>} why it failed
 */
export async function setUpElectron(root, system) {
  const folder = `${root}node_modules/electron`;
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const decision = decide(system, whatIsInstalled(folder, version));
  if (decision.do === 'nothing') return undefined;
  if (decision.do === 'stand-in') return linkStandIn(root, folder, decision.reason);
  const reason = await download(root, folder, version, system);
  if (reason === undefined) return undefined;
  if (system.platform === 'win32')
    return `Electron ${version} could not be downloaded (${reason}). Set ELECTRON_MIRROR to a mirror you can reach.`;
  return linkStandIn(root, folder, reason);
}

/**
 * @param {string} folder
 * @param {string} version
 * @returns {Installed}
 */
function whatIsInstalled(folder, version) {
  const read = (/** @type {string} */ file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  if (!existsSync(`${folder}/path.txt`)) return { kind: 'nothing' };
  const note = read(`${folder}/dist/stand-in.json`);
  if (note !== '') return existsSync(`${folder}/dist/electron`) ? JSON.parse(note) : { kind: 'nothing' };
  return read(`${folder}/dist/version`).replace(/^v/, '').trim() === version
    ? { kind: 'real' }
    : { kind: 'nothing' };
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {string} version
 * @param {import('./system.mjs').System} system
 * @returns {Promise<string | undefined>} why it can't be had
 */
async function download(root, folder, version, { platform, arch, env }) {
  const mirror = env.npm_config_electron_mirror ?? env.ELECTRON_MIRROR;
  const hasProxy = Boolean(env.HTTPS_PROXY ?? env.https_proxy); // Node's fetch does not ask it: let the package try
  if (mirror === undefined && !hasProxy) {
    const url = `${RELEASES}v${version}/electron-v${version}-${platform}-${arch}.zip`;
    try {
      const { ok, status } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
      if (!ok) return `its download answers ${status}`;
    } catch {
      return 'its download cannot be reached';
    }
  }
  rmSync(`${folder}/dist`, { recursive: true, force: true });
  rmSync(`${folder}/path.txt`, { force: true });
  const node = `${root}node_modules/node/bin/node${platform === 'win32' ? '.exe' : ''}`;
  const options = { cwd: folder, timeout: DOWNLOAD_MS };
  if (!(await run(`Downloading Electron ${version}`, node, ['install.js'], options)))
    return 'its download failed';
  const lacking = platform === 'linux' ? lackingLibraries(`${folder}/dist/electron`) : '';
  return lacking === '' ? undefined : `it needs ${lacking}`;
}

/**
 * Names of shared libraries that the executable would not find.
 * @param {string} executable
 */
function lackingLibraries(executable) {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return [...(stdout ?? '').matchAll(/(\S+) => not found/g)].map(([, name]) => name).join(', ');
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {string} reason
 */
function linkStandIn(root, folder, reason) {
  rmSync(`${folder}/dist`, { recursive: true, force: true });
  mkdirSync(`${folder}/dist`);
  symlinkSync('../../../tools/electron-on-chromium/electron', `${folder}/dist/electron`);
  writeFileSync(`${folder}/path.txt`, 'electron');
  writeFileSync(`${folder}/dist/stand-in.json`, JSON.stringify({ kind: 'stand-in', reason }));
  console.log(`Electron is not used (${reason}): tools/electron-on-chromium stands in for it.`);
  return existsSync(`${root}tools/electron-on-chromium/electron`)
    ? undefined
    : 'The stand-in for Electron is missing.';
}
