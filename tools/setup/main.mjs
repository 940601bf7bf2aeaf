import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installWithApt } from './apt.mjs';
import { setUpElectron } from './electron.mjs';
import { setUpModules } from './modules.mjs';
import { readNeeds } from './needs.mjs';
import { adviceFor, missingPrograms } from './programs.mjs';
import { describeSystem } from './system.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const OLDEST_NODE = 20;

/**
 * Does what is asked for, or says what is missing.
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function main(args) {
  const needs = readNeeds(args);
  if (needs === undefined) {
    console.error('usage: node tools/setup.mjs [--tests | --packages [--ffmpeg]]');
    return 1;
  }
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    console.error(
      `Node ${process.versions.node} is too old: Vigie's set-up needs Node ${OLDEST_NODE} or later.`,
    );
    return 1;
  }
  const system = describeSystem();
  const failure = (await setUpModules(root)) ?? (needs.shell ? await setUpElectron(root, system) : undefined);
  if (failure !== undefined) {
    console.error(failure);
    return 1;
  }
  const standsIn = existsSync(`${root}node_modules/electron/dist/stand-in.json`);
  let missing = missingPrograms(system, needs, standsIn);
  if (missing.length > 0 && system.hasApt && system.isRoot) {
    await installWithApt(missing);
    missing = missingPrograms(system, needs, standsIn);
  }
  for (const program of missing) console.error(`Missing: ${program.name}. ${adviceFor(program, system)}`);
  return missing.length > 0 ? 1 : 0;
}
