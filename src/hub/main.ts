import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError } from '../node/config/error.ts';
import { loadConfig } from '../node/config/load.ts';
import { createLog } from '../node/log/log.ts';
import { runMain } from '../node/process/main.ts';
import { onStop } from '../node/process/stop.ts';
import { StorageError } from '../node/sqlite/errors.ts';
import { HubConfig } from './config.ts';
import { startHub } from './hub.ts';
import { RESTORE } from './store/health.ts';

const USAGE = 'usage: node src/hub/main.ts --config FILE (see resources/config/hub.example.yaml)';

function configFile(): string {
  try {
    const { values } = parseArgs({ options: { config: { type: 'string', short: 'c' } } });
    if (values.config !== undefined) return resolve(values.config);
  } catch (error) {
    throw new ConfigError([(error as Error).message, USAGE]);
  }
  throw new ConfigError(['no configuration is named', USAGE]);
}

/** Files in the configuration stand relative to the configuration itself. */
function withPaths(config: HubConfig, file: string): HubConfig {
  const beside = (path: string | undefined) =>
    path === undefined ? undefined : resolve(dirname(file), path);
  const { mqtt } = config;
  const tls = mqtt.tls && {
    ca: beside(mqtt.tls.ca)!,
    cert: beside(mqtt.tls.cert),
    key: beside(mqtt.tls.key),
  };
  return {
    ...config,
    store: beside(config.store)!,
    inventory: beside(config.inventory),
    streets: beside(config.streets),
    ground: beside(config.ground),
    cameras: beside(config.cameras),
    mqtt: { ...mqtt, passwordFile: beside(mqtt.passwordFile), tls },
  };
}

const damaged = (error: StorageError): StorageError =>
  new StorageError(
    'damaged',
    error.path,
    `${String((error.cause as Error | undefined)?.message ?? error.message)}; ${RESTORE}`,
  );

await runMain('hub', async () => {
  const file = configFile();
  const env = {
    vars: process.env,
    keys: { VIGIE_HUB_MQTT_PASSWORD: 'mqtt.password', VIGIE_HUB_HTTP_TOKEN: 'http.token' },
  };
  const config = withPaths(loadConfig(file, HubConfig, { env }), file);
  const log = createLog({ name: 'hub', level: config.log.level });
  const leave = (error: StorageError) => {
    void runMain('hub', () => {
      throw damaged(error);
    });
  };
  try {
    const hub = await startHub({ config, log, onDamaged: leave });
    onStop([() => hub.stop()]);
    // Said only now: who waits for it may stop the hub at once.
    log.info(hub.facts, 'ready');
  } catch (error) {
    throw error instanceof StorageError && error.kind === 'damaged' ? damaged(error) : error;
  }
});
