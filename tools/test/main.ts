import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fromPlaywright, fromVitest, sum, type Tally } from './tally.ts';

/** Everything that has to hold, cheapest first; stops at the first step that fails. */
const root = join(import.meta.dirname, '../..');
const results = join(root, 'test-results');
const report = (name: string): string => join(results, `${name}.json`);

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly tally?: (report: string) => Tally;
  readonly env?: Readonly<Record<string, string>>;
}

const vitest = (project: string): Step => ({
  name: project,
  command: [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report(project)}`,
  ],
  tally: fromVitest,
});

const steps: readonly Step[] = [
  { name: 'check', command: ['node', 'tools/check/main.ts'] },
  vitest('unit'),
  vitest('postgres'),
  { name: 'build', command: ['electron-vite', 'build', '--logLevel', 'warn'] },
  vitest('integration'),
  {
    name: 'end to end',
    command: ['playwright', 'test', '--reporter=line,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report('end to end') },
    tally: fromPlaywright,
  },
];

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
let total: Tally = { passed: 0, failed: 0, skipped: 0 };
for (const { name, command, tally, env } of steps) {
  const start = performance.now();
  console.log(`\n── ${name} ──`);
  const [program, ...args] = command;
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  if (tally !== undefined && existsSync(report(name)))
    total = sum(total, tally(readFileSync(report(name), 'utf8')));
  console.log(`── ${name}: ${status === 0 ? 'ok' : 'FAILED'}, ${seconds} s ──`);
  if (status !== 0) {
    process.exitCode = 1;
    break;
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
