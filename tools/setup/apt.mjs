import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { run } from './run.mjs';

const LISTS = '/var/lib/apt/lists';
/** Asked by Debian's packages before they start a service; 101 forbids it (deb-systemd-invoke(1), invoke-rc.d(8)). */
const POLICY = '/usr/sbin/policy-rc.d';

/**
 * Installs Debian packages, as root. What could not be installed is seen by looking again.
 * @param {readonly { apt: string }[]} programs
 */
export async function installWithApt(programs) {
  const packages = programs.flatMap(({ apt }) => apt.split(' '));
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = () => run('Reading the package lists of apt', 'apt-get', ['update'], { env });
  const args = ['install', '-y', '--no-install-recommends', ...packages];
  const install = () => run(`Installing ${packages.join(', ')} with apt`, 'apt-get', args, { env });
  // Debian's mosquitto starts a broker on port 1883, and again at every boot, and PostgreSQL a server: the room and
  // the tests start their own.
  const forbids = !existsSync(POLICY);
  if (forbids) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const lift = () => rmSync(POLICY, { force: true });
  if (forbids) process.once('exit', lift);
  const interrupted = () => process.exit(130);
  process.once('SIGINT', interrupted);
  try {
    const hadLists = existsSync(LISTS) && readdirSync(LISTS).some((name) => name.endsWith('_Packages'));
    if (!hadLists) await update();
    // Old lists name versions that the mirror has replaced.
    if (!(await install()) && hadLists && (await update())) await install();
  } finally {
    if (forbids) lift();
    process.off('SIGINT', interrupted);
  }
  if (!existsSync('/run/systemd/system')) return;
  for (const service of ['mosquitto', 'postgresql'].filter((name) => packages.includes(name)))
    spawnSync('systemctl', ['disable', '--now', '--quiet', service], { stdio: 'ignore' });
}
