import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findCommand } from './system.mjs';

/** Debian and Ubuntu keep the server's programs apart from PATH, by version. */
const DEBIAN = '/usr/lib/postgresql';
const FURTHER = ['/opt/homebrew/opt/postgresql@17/bin', '/usr/local/opt/postgresql@17/bin'];

/**
 * The folder of PostgreSQL's own programs: postgres, initdb, pg_dump.
 * @param {import('./system.mjs').System} system
 * @returns {string | undefined} undefined where it is not installed
 */
export function findPostgres(system) {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(system.env.PGBIN ? [system.env.PGBIN] : []),
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
    ...FURTHER,
  ];
  const found = folders.find(
    (folder) => findCommand('initdb', { ...system, env: {} }, [folder]) !== undefined,
  );
  if (found !== undefined) return found;
  const command = findCommand('initdb', system);
  return command === undefined ? undefined : dirname(command);
}
