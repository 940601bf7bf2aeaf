import { expect, it } from 'vitest';
import { type Plan, planOf } from './plan.ts';
import { run } from './run.ts';

/** Another seed is another run: `npm run faults -- --seed N --minutes M`. With this one few seconds have every fault. */
const SEED = 118;
const SIZE = { crews: 5, seatsPerCrew: 15, seconds: 18 };

it('every kind of fault comes in the short run', () => {
  const { house, crews } = planOf(SEED, SIZE);
  expect(new Set(house.map(({ fault }) => fault.kind)).size).toBe(6);
  const kinds = crews.flat().map(({ fault }) => fault.kind + ('side' in fault ? fault.side : ''));
  expect([...new Set(kinds)].sort()).toEqual([
    'clocks',
    'cutOff',
    'halfOpenbroker',
    'halfOpenseat',
    'killed',
    'slow',
  ]);
});

it('the server of the store fails too, where it has one', () => {
  const kinds = ({ house }: Plan) => new Set(house.map(({ fault }) => fault.kind));
  expect(kinds(planOf(SEED, { ...SIZE, seconds: 60, store: 'postgres' }))).toContain('storeKilled');
  expect(kinds(planOf(SEED, { ...SIZE, seconds: 60, store: 'sqlite' }))).not.toContain('storeKilled');
});

it('seventy-five seats lose nothing and double nothing while hub, broker, network, clocks and store fail', async () => {
  const said: string[] = [];
  const { broken, counts } = await run({
    seed: SEED,
    ...SIZE,
    thinkMs: 1_000,
    restMs: 60_000,
    store: 'sqlite',
    forgetful: false,
    keep: false,
    say: (line) => said.push(line),
  });
  expect(broken, said.join('\n')).toEqual([]);
  expect(counts).toMatchObject({ seats: 75 });
  expect(counts.kept).toBeGreaterThan(500);
  // What was never done was not tried. Whether an offered shift is answered within so few seconds is chance.
  for (const work of ['steps', 'promises', 'notesTo', 'shifts'])
    expect(counts[work], work).toBeGreaterThan(0);
}, 300_000);
