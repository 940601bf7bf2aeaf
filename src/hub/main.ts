import { resolve } from 'node:path';
import { loadConfig } from '../node/config/load.ts';
import { createLog } from '../node/log/log.ts';
import { readCommandLine, UsageError } from '../node/process/command-line.ts';
import { runMain } from '../node/process/main.ts';
import { exitCodes } from '../node/process/plain-error.ts';
import { onStop } from '../node/process/stop.ts';
import { StorageError } from '../node/sqlite/errors.ts';
import { HubConfig, hubFiles, placeOf } from './config.ts';
import { startHub } from './hub.ts';
import { importCommand } from './inventory/command.ts';
import { checkPlan } from './lighting/program/read-plan.ts';
import { checkProcedures } from './procedures/check.ts';
import { backUpStore } from './store/backup.ts';
import { RESTORE } from './store/health.ts';

const USAGE =
  'node src/hub/main.ts --config FILE [--new-epoch | --backup FILE | --check-procedures | ' +
  '--import MAPPING [--dry-run] [--report FILE] [--accept-removals] [--accept-refusals]] ' +
  '(see resources/config/hub.example.yaml, docs/operating/install.md)';

const damaged = (error: StorageError): StorageError =>
  new StorageError(
    'damaged',
    error.path,
    `${String((error.cause as Error | undefined)?.message ?? error.message)}; ${RESTORE}`,
  );

await runMain('hub', async () => {
  const {
    config: file,
    'new-epoch': newEpoch,
    backup,
    'check-procedures': checkOnly,
    import: mapping,
    ...importing
  } = readCommandLine(
    {
      config: { type: 'string', short: 'c' },
      'new-epoch': { type: 'boolean', default: false },
      backup: { type: 'string' },
      'check-procedures': { type: 'boolean', default: false },
      import: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      report: { type: 'string' },
      'accept-removals': { type: 'boolean', default: false },
      'accept-refusals': { type: 'boolean', default: false },
    },
    USAGE,
  );
  if (file === undefined) throw new UsageError('no configuration is named', USAGE);
  const env = {
    vars: process.env,
    keys: {
      VIGIE_HUB_MQTT_PASSWORD: 'mqtt.password',
      VIGIE_HUB_HTTP_TOKEN: 'http.token',
      VIGIE_HUB_STORE_PASSWORD: 'storePassword',
    },
  };
  const config = loadConfig(file, HubConfig, { env, files: hubFiles });
  const log = createLog({ name: 'hub', level: config.log.level });
  if (checkOnly) {
    log.info(checkProcedures(config.procedures), 'all procedures can be taken');
    if (config.lighting.plan !== undefined)
      log.info(checkPlan(config.lighting.plan), 'the lighting plan can be taken');
    return;
  }
  if (backup !== undefined) {
    if (typeof placeOf(config) !== 'string')
      throw new UsageError(
        'a PostgreSQL store is backed up by pg_dump (docs/operating/continuity.md)',
        USAGE,
      );
    const to = resolve(backup);
    log.info({ store: config.store, to, bytes: backUpStore(config.store, to) }, 'backed up');
    return;
  }
  if (mapping !== undefined) {
    const flags = {
      mapping,
      dryRun: importing['dry-run'],
      report: importing.report,
      acceptRemovals: importing['accept-removals'],
      acceptRefusals: importing['accept-refusals'],
    };
    const isDone = await importCommand(config, flags, log, (text) => void process.stdout.write(text));
    if (!isDone) process.exitCode = exitCodes.config;
    return;
  }
  if (Object.values(importing).some(Boolean))
    throw new UsageError('--dry-run, --report and --accept-… belong to --import', USAGE);
  const leave = (error: StorageError) => {
    void runMain('hub', () => {
      throw error.kind === 'damaged' ? damaged(error) : error;
    });
  };
  try {
    const hub = await startHub({ config, log, newEpoch, onDamaged: leave });
    onStop([() => hub.stop()]);
    // Said only now: who waits for it may stop the hub at once.
    log.info({ ...hub.facts, brokers: config.mqtt.brokers }, 'started: ready when the broker is there');
    void hub.ready.then(() => log.info(hub.facts, 'ready'));
  } catch (error) {
    throw error instanceof StorageError && error.kind === 'damaged' ? damaged(error) : error;
  }
});
