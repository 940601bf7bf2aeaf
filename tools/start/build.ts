import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';

const newest = (patterns: readonly string[]): number =>
  Math.max(0, ...patterns.flatMap((pattern) => globSync(pattern)).map((path) => statSync(path).mtimeMs));

/** Builds the application where its sources are newer than what was built. @throws Error where it doesn't build */
export function buildIfStale(): void {
  const sources = [
    'src/{shared,node,main,seat,preload,renderer}/**/*.*',
    'package-lock.json',
    'electron.vite.config.ts',
  ];
  const built = newest(['out/renderer/index.html', 'out/main/index.js', 'out/preload/index.cjs']);
  if (built > newest(sources)) return;
  process.stdout.write('Building the console…\n');
  const { status, stdout, stderr } = spawnSync('electron-vite', ['build'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`the console does not build:\n${stdout}${stderr}`);
}
