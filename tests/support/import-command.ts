import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** The import of an inventory as IT gives it. @param hub folder of its configuration @returns what it said, and how it ended */
export async function importInventory(hub: string, mapping: string, ...more: readonly string[]) {
  const main = join(import.meta.dirname, '../../src/hub/main.ts');
  const args = [main, '--config', join(hub, 'hub.yaml'), '--import', mapping, ...more];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  const [said, wrong] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  return { code: child.exitCode, said, wrong };
}
