import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { startSeat } from '../support/seat.ts';
import { until } from '../support/until.ts';

const root = join(import.meta.dirname, '../..');
const dir = mkdtempSync(join(tmpdir(), 'vigie-endings-'));
afterAll(() => {
  taken.close();
  rmSync(dir, { recursive: true });
});

/** Writes a configuration; JSON is YAML too. */
function config(name: string, content: object): string {
  const path = join(dir, `${name}.yaml`);
  writeFileSync(path, JSON.stringify(content));
  return path;
}
const brokers = ['mqtt://127.0.0.1:9'];
const nobody = { brokers, username: 'a', passwordFile: 'none.password' };
const hub = config('hub', { mqtt: nobody, http: { port: 0 } });
const seat = config('seat', { seat: 'seat-01', ...nobody });
const city = config('city', nobody);
const noFfmpeg = config('city-cameras', { brokers, cameras: { cache: 'cameras' } });
const told = ['mqtt://room:tell-nobody@127.0.0.1:9'];
const hubTold = config('hub-told', { mqtt: { brokers: told }, http: { port: 0 } });
const seatTold = config('seat-told', { seat: 'seat-01', brokers: told });
const cityTold = config('city-told', { brokers: told });
const NOT_THERE = 'brokers[0]: user and password do not belong in the address: use username and passwordFile';
writeFileSync(join(dir, 'file'), '');
const noFolder = config('city-no-folder', { brokers, cameras: { cache: 'file/cameras' } });
const noInventory = config('city-no-inventory', { brokers, inventory: 'file/inventory' });
const taken = createServer().listen(0, '127.0.0.1');
await once(taken, 'listening');
const { port } = taken.address() as AddressInfo;
const noPort = config('city-no-port', { brokers, cameras: { cache: 'cameras', count: 0, port } });
const lacks = join(dir, 'none.password');

test.concurrent.each<[string, readonly string[], number, string]>([
  ['hub', ['--confg', hub], 78, "Unknown option '--confg'"],
  ['hub', [], 78, 'no configuration is named'],
  ['hub', ['--config', hub], 78, `${lacks}: there is no such file (named by mqtt.passwordFile)`],
  ['city', ['--config'], 78, "Option '-c, --config <value>' argument missing"],
  ['city', [], 78, 'no configuration is named'],
  ['city', ['--config', city], 78, `${lacks}: there is no such file (named by passwordFile)`],
  ['city', ['--config', noFfmpeg, '--prepare'], 78, `ffmpeg can't be run as "ffmpeg"`],
  ['city', ['--config', noFolder, '--prepare'], 74, "camera loops can't be written to"],
  [
    'city',
    ['--config', noInventory, '--prepare'],
    74,
    `the inventory can't be written to ${join(dir, 'file/inventory')} (ENOTDIR): see inventory`,
  ],
  [
    'city',
    ['--config', noPort],
    69,
    `port ${port} on 127.0.0.1 is already in use by another program: see cameras.port`,
  ],
  ['seat', ['--data', dir, '--port=1'], 78, "Unknown option '--port'"],
  ['seat', ['--config', seat], 78, '--data FOLDER is missing'],
  ['hub', ['--config', hubTold], 78, `${hubTold}:1:21: mqtt.${NOT_THERE}`],
  ['city', ['--config', cityTold], 78, `${cityTold}:1:13: ${NOT_THERE}`],
  ['seat', ['--config', seatTold, '--data', dir], 78, `${seatTold}:1:30: ${NOT_THERE}`],
])('%s %j ends with %i and says why, without a stack', async (program, args, code, said) => {
  const child = spawn(process.execPath, [join(root, 'src', program, 'main.ts'), ...args], {
    // elsewhere: names of files are relative to the configuration
    cwd: root,
    env: { PATH: dir },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [told, [ended]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  const lines = told.split('\n').filter((line) => line.startsWith(`${program}: `));
  expect(lines[0]).toContain(`${program}: ${said}`);
  expect(told).not.toMatch(/^ {4}at /m);
  expect(told).not.toContain('tell-nobody');
  expect(ended).toBe(code);
});

test('a seat engine without its password file ends with 78 and names it', async () => {
  const config = { username: 'a', passwordFile: 'none.password' };
  const starting = startSeat({ seat: 'seat-01', brokerUrl: brokers[0]!, dir, config });
  await expect(starting).rejects.toThrow(
    `the seat engine ended (78):\nseat: ${lacks}: there is no such file (named by passwordFile)`,
  );
});

test('a demo room that is ended while it prepares leaves no preparing process behind', async () => {
  const script = join(root, 'tools/start/demo-room.ts');
  const room = join(dir, 'demo-room');
  const code = `const { startDemoRoom } = await import(${JSON.stringify(script)});
    const started = [];
    const starting = startDemoRoom(${JSON.stringify(room)}, undefined, 1, started);
    starting.catch(() => {});
    process.on('SIGTERM', async () => {
      for (const program of started) await program.stop();
      process.exit(0);
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: root, stdio: 'ignore' });
  const prepares = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join(room, 'city'));
    } catch {
      return false; // it has ended since it was listed
    }
  };
  const preparing = () => readdirSync('/proc').find((pid) => /^\d+$/.test(pid) && prepares(pid));
  await until('the city being prepared', preparing);
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(preparing()).toBeUndefined();
});
