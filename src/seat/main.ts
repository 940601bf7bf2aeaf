import { loadSeatConfig } from '../node/config/seat.ts';
import { createLog } from '../node/log/log.ts';
import { readCommandLine, UsageError } from '../node/process/command-line.ts';
import { runMain } from '../node/process/main.ts';
import { damageOf } from './disk/damage.ts';
import { startEngine } from './engine.ts';
import { Port } from './port/port.ts';

const USAGE = 'seat --config FILE --data FOLDER --version V';

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
 * The seat engine, a utility process of the application: `--config FILE --data FOLDER --version V`.
 * It imports nothing of Electron; main supervises it and starts it again when it dies.
 */
await runMain('seat', () => {
  endOnDefects();
  const values = readCommandLine(
    { config: { type: 'string' }, data: { type: 'string' }, version: { type: 'string' } },
    USAGE,
  );
  if (values.data === undefined) throw new UsageError('--data FOLDER is missing', USAGE);
  const config = loadSeatConfig(values.config);
  const log = createLog({ name: 'seat', level: config.log.level });
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
    folder: values.data,
    version: values.version ?? 'unknown',
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
