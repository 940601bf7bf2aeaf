import { parseArgs } from 'node:util';
import { loadConfig } from '../node/config/load.ts';
import { SeatConfig } from '../node/config/seat.ts';
import { createLog } from '../node/log/log.ts';
import { runMain } from '../node/process/main.ts';
import { startEngine } from './engine.ts';
import { Port } from './port/port.ts';

/**
 * The seat engine, a utility process of the application: `--config FILE --data FOLDER --version V`.
 * It imports nothing of Electron; main supervises it and starts it again when it dies.
 */
await runMain('seat', () => {
  const { values } = parseArgs({
    options: { config: { type: 'string' }, data: { type: 'string' }, version: { type: 'string' } },
  });
  if (values.data === undefined) throw new Error('--data FOLDER is missing');
  const config = loadConfig(values.config, SeatConfig);
  const log = createLog({ name: 'seat', level: config.log.level });
  const port = new Port(process);
  const engine = startEngine({
    config,
    folder: values.data,
    version: values.version ?? 'unknown',
    log,
    push: port.push,
    now: Date.now,
  });
  port.serve(engine.handlers, () => {
    void engine.close().then(() => {
      port.tell({ type: 'stopped' });
      process.exit(0);
    });
  });
  port.tell({ type: 'ready' });
});
