import { parseArgs } from 'node:util';
import { loadConfig } from '../node/config/load.ts';
import { createLog } from '../node/log/log.ts';
import { runMain } from '../node/process/main.ts';
import { onStop } from '../node/process/stop.ts';
import { catalogueOf, readyLoops } from './cameras/setup.ts';
import { startCity } from './city.ts';
import { CityConfig } from './config.ts';
import { writeInventory } from './inventory/write.ts';
import { buildPlan, lookupOf } from './plan/index.ts';

/**
 * The demo city: `--config FILE`. With `--prepare` it draws its cameras, writes the inventory that a hub imports, and
 * ends.
 */
await runMain('city', async () => {
  const { values } = parseArgs({
    options: { config: { type: 'string' }, prepare: { type: 'boolean', default: false } },
  });
  const config = loadConfig(values.config, CityConfig);
  const say = (text: string) => void process.stdout.write(text);
  if (values.prepare) {
    const { cameras, inventory, seed } = config;
    if (cameras !== undefined) await readyLoops(cameras, say);
    if (inventory === undefined) return;
    const plan = buildPlan(seed);
    writeInventory(inventory, plan, lookupOf(plan), cameras === undefined ? [] : catalogueOf(cameras));
    return;
  }
  const log = createLog({ name: 'city', level: config.log.level });
  onStop([await startCity({ config, log, say, now: Date.now })]);
});
