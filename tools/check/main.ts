import { join } from 'node:path';
import { checkBoundaries } from './boundaries.ts';
import { checkCatalogues } from './catalogues.ts';
import { checkContract } from './contract.ts';
import { checkDocuments } from './documents.ts';
import { checkFileLength } from './file-length.ts';
import type { Findings, Step } from './finding.ts';
import { checkInstaller } from './installer.ts';
import { checkProcedures } from './procedures.ts';
import { runTool } from './run-tool.ts';
import { checkTypes } from './types.ts';

const root = join(import.meta.dirname, '../..');

const steps: readonly Step[] = [
  {
    name: 'format and lint',
    run: () => runTool(root, '@biomejs/biome/bin/biome', ['ci', '--colors=off', '.']),
  },
  { name: 'types', run: checkTypes },
  { name: 'import boundaries', run: (folder) => checkBoundaries(folder) },
  { name: 'unused code', run: () => runTool(root, 'knip/bin/knip.js', ['--no-progress']) },
  { name: 'message catalogues', run: checkCatalogues },
  { name: 'file length', run: checkFileLength },
  { name: 'installer', run: checkInstaller },
  { name: 'wire contract', run: checkContract },
  { name: 'documents', run: checkDocuments },
  { name: 'procedures', run: checkProcedures },
];

async function runStep(step: Step): Promise<Findings> {
  try {
    return await step.run(root);
  } catch (error) {
    return { faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}

const wanted = process.argv.slice(2);
const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
let failed = chosen.length === 0 ? 1 : 0;
for (const step of chosen) {
  const start = performance.now();
  const { faults, notes = [], looked = '' } = await runStep(step);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const verdict = faults.length === 0 ? 'ok    ' : 'FAILED';
  console.log(`${verdict}  ${step.name.padEnd(20)} ${seconds.padStart(5)} s  ${looked}`);
  for (const line of [...faults, ...notes.map((note) => `(note) ${note}`)]) console.log(`        ${line}`);
  if (faults.length > 0) failed += 1;
}
console.log(
  failed === 0 ? `\n${chosen.length} checks passed` : `\n${failed} of ${chosen.length} checks failed`,
);
process.exitCode = failed === 0 ? 0 : 1;
