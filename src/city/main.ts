import { loadConfig } from '../node/config/load.ts';
import { createLog } from '../node/log/log.ts';
import { readCommandLine, UsageError } from '../node/process/command-line.ts';
import { runMain } from '../node/process/main.ts';
import { onStop } from '../node/process/stop.ts';
import { catalogueOf, readyLoops } from './cameras/setup.ts';
import { startCity } from './city.ts';
import { CityConfig, cityFiles } from './config.ts';
import { writeInventory } from './inventory/write.ts';
import { buildPlan, lookupOf } from './plan/index.ts';

const USAGE = 'node src/city/main.ts --config FILE [--prepare] (see resources/config/city.example.yaml)';

/**
 * The demo city: `--config FILE`. With `--prepare` it draws its cameras, writes the inventory that a hub imports, and
 * ends.
 */
await runMain('city', async () => {
  const values = readCommandLine(
    { config: { type: 'string', short: 'c' }, prepare: { type: 'boolean', default: false } },
    USAGE,
  );
  if (values.config === undefined) throw new UsageError('no configuration is named', USAGE);
  const config = loadConfig(values.config, CityConfig, { files: cityFiles });
  const say = (text: string) => void process.stdout.write(text);
  if (values.prepare) {
    const { cameras, inventory, seed } = config;
    if (cameras !== undefined) await readyLoops(cameras, say, process.stdout.isTTY);
    if (inventory === undefined) return;
    const plan = buildPlan(seed);
    const catalogue = cameras === undefined ? [] : catalogueOf(cameras);
    writeInventory(inventory, plan, lookupOf(plan), catalogue, new Date().getFullYear());
    return;
  }
  const log = createLog({ name: 'city', level: config.log.level });
  onStop([await startCity({ config, log, say, now: Date.now })]);
});
