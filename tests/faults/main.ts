import { randomInt } from 'node:crypto';
import { readCommandLine, UsageError } from '../../src/node/process/command-line.ts';
import { runMain } from '../../src/node/process/main.ts';
import { STORES } from './house-store.ts';
import { run } from './run.ts';

const USAGE =
  'npm run faults -- [--seed N] [--minutes M] [--seats N] [--store sqlite|postgres] [--break command-log]';

/** The fault suite as long as wished: seventy-five seats, every kind of fault, again and again. */
await runMain('faults', async () => {
  const options = readCommandLine(
    {
      seed: { type: 'string', default: String(randomInt(1_000_000)) },
      minutes: { type: 'string', default: '5' },
      seats: { type: 'string', default: '75' },
      store: { type: 'string', default: 'sqlite' },
      break: { type: 'string' },
    },
    USAGE,
  );
  const [seed, minutes, seats] = [options.seed, options.minutes, options.seats].map(Number);
  if (!Number.isInteger(seed) || !(minutes! > 0) || !(seats! >= 1))
    throw new UsageError('a number is expected', USAGE);
  const store = STORES.find((kind) => kind === options.store);
  if (store === undefined) throw new UsageError(`there is no store ${options.store}`, USAGE);
  const forgetful = options.break === 'command-log';
  if (options.break !== undefined && !forgetful)
    throw new UsageError(`nothing can be broken that is called ${options.break}`, USAGE);
  const crews = Math.min(5, seats!);
  const { broken } = await run({
    seed: seed!,
    crews,
    seatsPerCrew: Math.ceil(seats! / crews),
    seconds: minutes! * 60,
    thinkMs: 1_000,
    restMs: 60_000,
    store,
    forgetful,
    keep: true,
    say: (line) => console.log(line),
  });
  if (forgetful) {
    const found = broken.some((line) => line.startsWith('applied twice'));
    for (const line of broken) console.log(`found: ${line}`);
    console.log(found ? 'the oracle has found what was broken' : 'the oracle has NOT found what was broken');
    process.exit(found ? 0 : 1);
  }
  for (const line of broken) console.error(`BROKEN ${line}`);
  console.log(
    broken.length === 0 ? 'nothing lost, nothing doubled' : `npm run faults -- --seed ${seed} repeats it`,
  );
  process.exit(broken.length === 0 ? 0 : 1);
});
