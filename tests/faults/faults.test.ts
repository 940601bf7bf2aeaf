import { expect, it } from 'vitest';
import { run } from './run.ts';

/** Another seed is another run: `npm run faults -- --seed N --minutes M`. */
const SEED = 4;

it('seventy-five seats lose nothing and double nothing while hub, broker, network, clocks and store fail', async () => {
  const said: string[] = [];
  const { broken, counts } = await run({
    seed: SEED,
    crews: 5,
    seatsPerCrew: 15,
    seconds: 25,
    thinkMs: 1_000,
    restMs: 120_000,
    keep: false,
    say: (line) => said.push(line),
  });
  expect(broken, said.join('\n')).toEqual([]);
  expect(counts).toMatchObject({ seats: 75 });
  expect(counts.kept).toBeGreaterThan(500);
}, 300_000);
