import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestBroker } from '../../tests/support/broker.ts';
import { until } from '../../tests/support/until.ts';
import { lamps } from './city.ts';
import { type Delay, delayOf, openHub } from './room.ts';

const COLUMNS = ['id', 'lon', 'lat', 'street', 'commune', 'cabinet', 'circuit', 'power'] as const;
const MAPPING = {
  sources: [
    {
      ...{ kind: 'lamp', file: 'lamps.csv', format: 'csv', separator: ';' },
      fields: {
        ...{ id: 'id', position: { x: 'lon', y: 'lat' }, street: 'street', commune: 'commune' },
        ...{ cabinet: 'cabinet', circuit: 'circuit', power: 'power' },
      },
    },
  ],
};

export interface Importing extends Delay {
  /** s from the command to the hub's having all lamps */
  readonly seconds: number;
}

/** A city's first import by the command of IT, beside a hub that runs by a lighting plan and knows no lamp yet. */
export async function measureImport(broker: TestBroker, dir: string): Promise<Importing> {
  const plan = join(import.meta.dirname, '../../resources/lighting/plan.yaml');
  const hub = await openHub(broker, dir, { config: { lighting: { plan } } });
  const rows = lamps.map(({ id, position: [lon, lat], street, commune, cabinet, circuit, luminaire }) =>
    [id, lon, lat, street, commune, cabinet, circuit, luminaire?.power ?? 60].join(';'),
  );
  writeFileSync(join(dir, 'lamps.csv'), [COLUMNS.join(';'), ...rows].join('\n'));
  const mapping = join(dir, 'mapping.yaml');
  writeFileSync(mapping, JSON.stringify(MAPPING));
  await delayOf(hub);
  const start = performance.now();
  const main = join(import.meta.dirname, '../../src/hub/main.ts');
  const args = [main, '--config', join(dir, 'hub.yaml'), '--import', mapping, '--accept-refusals'];
  const command = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(command, 'exit');
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  const has = async () =>
    Number(/vigie_hub_lamps (\d+)/.exec(await (await fetch(`${hub.url}/metrics`)).text())?.[1] ?? 0);
  await until('the hub has the lamps', async () => (await has()) > 30_000, 120_000);
  const seconds = (performance.now() - start) / 1_000;
  const delay = await delayOf(hub);
  await hub.stop();
  return { ...delay, seconds };
}
