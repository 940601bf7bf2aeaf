import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  cabinets,
  crossings,
  dictionaries,
  groundAreas,
  streetGraphs,
} from '../../src/city/inventory/inventory.ts';
import { LampFleet } from '../../src/city/lamps/lamp-fleet.ts';
import { buildPlan, lookupOf } from '../../src/city/plan/index.ts';
import { distance, type Position } from '../../src/shared/geo/position.ts';
import type { Streetlight } from '../../src/shared/lamp/streetlight.ts';
import type { HubStart } from './hub.ts';

const MIDDLE: Position = [5.0415, 47.322];
/** Beyond what the map shows as it opens, m. */
const REACH = 1_800;
/** Three at night in November, when a city sleeps under half its light. */
const NIGHT = Date.UTC(2026, 10, 24, 2);
const FAULTY = 0.002;

export interface DemoCity {
  /** for a hub: lamps, streets, ground */
  readonly hub: Partial<HubStart>;
  /** what each lamp says at night */
  readonly lamps: readonly Streetlight[];
}

/** The middle of the demo city, still: for pictures in which the map looks as it does in a real room. */
export function demoCity(folder: string): DemoCity {
  const plan = buildPlan(21);
  const lookup = lookupOf(plan);
  const near = new Set(
    plan.lamps
      .filter(({ position }) => distance(position, MIDDLE) < REACH)
      .map(({ district }) => String(district)),
  );
  const write = (name: string, rows: readonly object[]): string => {
    const file = join(folder, `${name}.ndjson`);
    writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return file;
  };
  const files = {
    ground: write('ground', groundAreas(plan)),
    cabinets: write('cabinets', cabinets(plan, lookup)),
    crossings: write(
      'crossings',
      crossings(plan, lookup).filter(({ position }) => near.has(lookup.nearestLamp(position).district)),
    ),
  };
  const fleet = new LampFleet(plan, FAULTY, NIGHT);
  fleet.refresh(NIGHT);
  const at = new Date().toISOString();
  return {
    hub: {
      dictionaries: dictionaries(plan, lookup, 2026).filter(({ district }) => near.has(district)),
      streets: streetGraphs(plan, lookup).filter(({ district }) => near.has(district)),
      config: files,
    },
    lamps: plan.lamps.flatMap(({ district }, i) =>
      near.has(district) && !fleet.silent(i) ? [fleet.state(i, NIGHT, at)] : [],
    ),
  };
}
