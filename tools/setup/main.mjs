import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installWithApt } from './apt.mjs';
import { setUpElectron } from './electron.mjs';
import { setUpModules } from './modules.mjs';
import { adviceFor, missingPrograms } from './programs.mjs';
import { describeSystem } from './system.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const OLDEST_NODE = 20;

/**
 * Does all of it, or says what is missing.
 * @returns {Promise<number>} the exit code
 */
export async function main() {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    console.error(
      `Node ${process.versions.node} is too old: Vigie's set-up needs Node ${OLDEST_NODE} or later.`,
    );
    return 1;
  }
  const system = describeSystem();
  const failure = (await setUpModules(root)) ?? (await setUpElectron(root, system));
  if (failure !== undefined) {
    console.error(failure);
    return 1;
  }
  const needsChromium = existsSync(`${root}node_modules/electron/dist/stand-in.json`);
  let missing = missingPrograms(system, needsChromium);
  if (missing.length > 0 && system.hasApt && system.isRoot) {
    await installWithApt(missing);
    missing = missingPrograms(system, needsChromium);
  }
  for (const program of missing) console.error(`Missing: ${program.name}. ${adviceFor(program, system)}`);
  return missing.length > 0 ? 1 : 0;
}
