import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPostgres } from '../../tools/setup/postgres.mjs';
import { describeSystem } from '../../tools/setup/system.mjs';
import { freePort } from './free-port.ts';
import { until } from './until.ts';

export interface TestPostgres {
  readonly port: number;
  /** A new empty database, ordered as the hub wants it. @returns its address */
  database(): Promise<string>;
  /** Runs one of PostgreSQL's own programs, such as pg_dump. @returns what it printed */
  run(program: string, ...args: readonly string[]): Promise<string>;
  /** @param signal kill -9 where left out; SIGQUIT is `pg_ctl stop -m immediate` */
  kill(signal?: 'SIGKILL' | 'SIGQUIT'): Promise<void>;
  /** Starts it again after `kill`, on the same files and port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Nobody pulls the plug of a test: what survives is what survives a killed process. */
const QUICK = ['fsync=off', 'full_page_writes=off', 'autovacuum=off'];

/** PostgreSQL refuses to be root; Debian's package brings the user that it wants to be. */
function account(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (what: string) => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Starts a real PostgreSQL on this machine, in a folder of its own. */
export async function startPostgres(): Promise<TestPostgres> {
  const bin = findPostgres(describeSystem()) ?? '';
  if (bin === '') throw new Error('PostgreSQL is not installed (Debian: apt-get install postgresql)');
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'vigie-postgres-'));
  const who = account();
  if (who !== undefined) chownSync(folder, who.uid, who.gid);
  const data = join(folder, 'data');
  const as = { cwd: folder, ...who };
  const run = async (program: string, ...args: readonly string[]) => {
    const { stdout } = await promisify(execFile)(join(bin, program), [...args], as);
    return stdout;
  };
  await run('initdb', '-D', data, '-U', 'vigie', '-A', 'trust', '--no-sync', '--locale=C', '--encoding=UTF8');

  let said = '';
  async function launch(): Promise<ChildProcess> {
    said = '';
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...QUICK];
    const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
    const server = spawn(join(bin, 'postgres'), args, { ...as, stdio: ['ignore', 'ignore', 'pipe'] });
    const orphaned = (): void => void server.kill('SIGKILL');
    process.once('exit', orphaned);
    server.once('exit', () => process.off('exit', orphaned));
    server.stderr.on('data', (chunk) => {
      said += chunk;
    });
    await until('PostgreSQL answers', () => {
      if (server.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${said}`);
      const isReady = run('pg_isready', '-h', '127.0.0.1', '-p', String(port), '-U', 'vigie');
      return isReady.then(
        () => true,
        () => false,
      );
    });
    return server;
  }
  let server = await launch();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill(signal);
    await once(server, 'exit');
  };
  return {
    port,
    database: async () => {
      const name = `hub_${randomUUID().replaceAll('-', '')}`;
      await run('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'vigie', '-T', 'template0', name);
      return `postgres://vigie@127.0.0.1:${port}/${name}`;
    },
    run,
    kill: (signal = 'SIGKILL') => end(signal),
    restart: async () => {
      await end('SIGINT');
      // Of one that was killed the other processes may take a while to notice.
      server = await until('nobody uses its memory any more', () =>
        launch().catch((error) => {
          if (!/still in use/.test(String(error))) throw error;
          return undefined;
        }),
      );
    },
    stop: async () => {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
