import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Findings } from './finding.ts';

/**
 * Runs a tool of node_modules on this very Node, so that it works the same on every system.
 * @param script path inside node_modules
 * @returns what it printed as faults when it failed
 */
export function runTool(root: string, script: string, args: readonly string[]): Promise<Findings> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const hear = (data: Buffer): void => {
      said += data.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', (error) => resolve({ faults: [String(error)] }));
    child.once('close', (code) => {
      const lines = said.trimEnd().split('\n');
      resolve({ faults: code === 0 ? [] : lines, looked: lines.at(-1)?.match(/\d+ files/)?.[0] });
    });
  });
}
