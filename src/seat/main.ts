import manifest from '../../package.json' with { type: 'json' };
import { loadSeatConfig } from '../node/config/seat.ts';
import { createLog } from '../node/log/log.ts';
import { readCommandLine, UsageError } from '../node/process/command-line.ts';
import { runMain } from '../node/process/main.ts';
import { exitCodes } from '../node/process/plain-error.ts';
import { damageOf } from './disk/damage.ts';
import { startEngine } from './engine.ts';
import { Port } from './port/port.ts';
import { prefetchCommand } from './tiles/prefetch-command.ts';

const USAGE = 'seat --config FILE --data FOLDER [--version V] [--prefetch]';

/** Says what happened, with its stack where it is a defect, then ends. Main starts a new engine, back from disk. */
const end = (error: unknown): void => {
  void runMain('seat', () => {
    throw damageOf(error) ?? error;
  });
};

function endOnDefects(): void {
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

/**
 * The seat engine, a utility process of the application: `--config FILE --data FOLDER --version V`. By hand, of the
 * package it lies in, it has that one's version. With `--prefetch`: fetches the base map's whole area, and ends.
 * It imports nothing of Electron; main supervises it and starts it again when it dies.
 */
await runMain('seat', async () => {
  endOnDefects();
  const values = readCommandLine(
    {
      config: { type: 'string' },
      data: { type: 'string' },
      version: { type: 'string' },
      prefetch: { type: 'boolean', default: false },
    },
    USAGE,
  );
  const config = loadSeatConfig(values.config);
  const log = createLog({ name: 'seat', level: config.log.level });
  const folder = values.data ?? (values.prefetch ? config.dataDir : undefined);
  if (folder === undefined) throw new UsageError('--data FOLDER is missing', USAGE);
  const version = values.version ?? manifest.version;
  if (values.prefetch) {
    const write = (text: string) => void process.stdout.write(text);
    const stopped = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());
    const options = { config, folder, version, log, fetch, now: Date.now, write, signal: stopped.signal };
    if (!(await prefetchCommand(options))) process.exitCode = exitCodes.config;
    return;
  }
  const port = new Port(process);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void engine.close().then(() => {
      port.tell({ type: 'stopped' });
      process.exit(0);
    });
  };
  const engine = startEngine({
    config,
    folder,
    version,
    log,
    push: port.push,
    onDiskBack: () => {
      log.info('the files of this seat can be written again: it starts anew');
      stop();
    },
    onDamaged: end,
    now: Date.now,
  });
  port.serve(engine.handlers, { onStop: stop, onDamaged: end });
  port.tell({ type: 'ready' });
});
