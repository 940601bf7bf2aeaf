import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expectations } from '../../src/hub/energy/expectation.ts';
import { LampHistory } from '../../src/hub/lamp-history/history.ts';
import { openStore } from '../../src/hub/store/store.ts';
import { createLog } from '../../src/node/log/log.ts';
import { MINUTE_MS } from '../../src/shared/lamp/history/block.ts';
import { LightingPlan } from '../../src/shared/lighting/model.ts';
import { dictionaries } from './dictionaries.ts';
import { DISTRICTS, LAMPS, makeCity } from './night.ts';

const ROUNDS = 60;
const NIGHT = Date.UTC(2026, 10, 24, 0, 10);
/** All lamps wake for who passes: what costs most to look at. */
const plan = LightingPlan.parse({
  version: 1,
  place: [5.0415, 47.322],
  presence: [{ id: 'rue', name: 'Rue', base: 30, raised: 90, holdSeconds: 30, ahead: 2 }],
  controlPrograms: [
    { id: 'nuit', name: 'Nuit', steps: [{ from: { dusk: 0 }, presence: 'rue' }], off: { dawn: 0 } },
  ],
  calendars: [{ id: 'rues', name: 'Rues', program: 'nuit' }],
  groups: [{ id: 'rues', name: 'Rues', calendar: 'rues' }],
});

/** What the hub spends on a minute, programmes looked at, ms: reports and commands have their turn between districts. */
export async function noteMinutes(): Promise<readonly number[]> {
  const dir = mkdtempSync(join(tmpdir(), 'vigie-bench-note-'));
  const store = await openStore(join(dir, 'hub.db'), v7);
  const city = makeCity(1, Math.random);
  const lamps = city.districts.map((columns, d) => ({ columns, dictionary: dictionaries[d]! }));
  const places = { v: 1, version: 1, groups: Array(LAMPS).fill(0), floors: Array(LAMPS).fill(-1) } as const;
  const plans = { plan, placesOf: (id: string) => ({ ...places, id }) };
  const expected = () =>
    expectations(plans, (d) => (d < DISTRICTS ? String(d) : undefined), 'Europe/Paris', 0);
  let now = NIGHT;
  const history = await LampHistory.open({
    store,
    config: { fineDays: 7, coarseMinutes: 10, passagesFrom: 5 },
    lamps: () => lamps,
    expected: [expected(), expected(), expected()],
    marginMs: 10 * MINUTE_MS,
    hears: () => true,
    now: () => now,
    log: createLog({ name: 'bench', level: 'silent' }),
  });
  history.settled();
  const times: number[] = [];
  for (let n = 0; n < ROUNDS; n++) {
    now += MINUTE_MS;
    const began = performance.now();
    await history.turn();
    times.push(performance.now() - began);
  }
  await store.close();
  rmSync(dir, { recursive: true });
  return times;
}
