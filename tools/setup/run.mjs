import { spawn } from 'node:child_process';

const SIGN_OF_LIFE_MS = 10_000;
const LINES_ON_FAILURE = 30;

/**
 * Runs something that takes long: says what it does, gives a sign of life every ten seconds, and shows the end of the
 * output only if it fails.
 * @param {string} what for the reader, as in "Installing …"
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { timeout?: number }} [options]
 * @returns {Promise<boolean>} whether it succeeded
 */
export async function run(what, command, args, options = {}) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  console.log(`${what} …`);
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => {
      output = (output + data).slice(-20_000);
    });
  const timer = setInterval(() => console.log(`  … ${seconds()} s`), SIGN_OF_LIFE_MS);
  const failure = await new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code === 0 ? undefined : (signal ?? `exit code ${code}`)));
  });
  clearInterval(timer);
  if (failure === undefined) console.log(`  done in ${seconds()} s`);
  else
    console.error(`${output.trim().split('\n').slice(-LINES_ON_FAILURE).join('\n')}\n  failed: ${failure}`);
  return failure === undefined;
}
