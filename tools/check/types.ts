import { dirname } from 'node:path';
import type { Findings } from './finding.ts';
import { runTool } from './run-tool.ts';
import { sourceFiles } from './source-files.ts';

/** Two at a time: each takes most of a core and up to a gigabyte. */
const atOnce = 2;

/** One compiler run per tsconfig.json of src, tests and tools; folders without files are left out. */
export async function checkTypes(root: string): Promise<Findings> {
  const projects = ['src', 'tests', 'tools']
    .flatMap((folder) => sourceFiles(root, folder, /^tsconfig\.json$/))
    .filter((config) => sourceFiles(root, dirname(config), /\.tsx?$/).length > 0);
  const waiting = [...projects];
  const faults: string[] = [];
  async function work(): Promise<void> {
    for (let config = waiting.shift(); config; config = waiting.shift()) {
      const memory = `node_modules/.cache/check/${config.replaceAll('/', '-')}.tsbuildinfo`;
      const args = ['-p', config, '--pretty', 'false', '--incremental', '--tsBuildInfoFile', memory];
      const found = await runTool(root, 'typescript/bin/tsc', args);
      faults.push(...found.faults);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  if (projects.length === 0) faults.push('no tsconfig.json found');
  return { faults: [...new Set(faults)], looked: `${projects.length} programs` };
}
