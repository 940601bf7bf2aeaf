import { join } from 'node:path';
import { DueBook } from '../../src/hub/lighting/judge/due-book.ts';
import { LampJudge } from '../../src/hub/lighting/judge/lamp-judge.ts';
import { compile } from '../../src/hub/lighting/program/compile.ts';
import { readPlan } from '../../src/hub/lighting/program/read-plan.ts';
import { dueOf } from '../../src/shared/lamp/fault/due.ts';
import type { Streetlight } from '../../src/shared/lamp/streetlight.ts';
import { nightDayOf, nightOf } from '../../src/shared/lighting/night.ts';
import { streetFacts } from '../../src/shared/lighting/place-lamps.ts';
import { atOnce } from '../../src/shared/steps.ts';
import { instant } from '../../src/shared/wire/time.ts';
import { inventory, lamps, streets } from './city.ts';

const TIME_ZONE = 'Europe/Paris';
const MINUTE_MS = 60_000;
const NIGHT = Date.UTC(2026, 10, 24, 2);
const MARGINS = { programMs: 10 * MINUTE_MS, sunMs: 45 * MINUTE_MS };
const HOLD = { darkAtNight: 20 * MINUTE_MS, burningByDay: 30 * MINUTE_MS, powerOutOfBand: 10 * MINUTE_MS };
const ROUNDS = 5;
/** Of the naive pass one is enough: it takes seconds. */
const NAIVE_ROUNDS = 1;

/** ms of the hub's thread, a value a round. */
export interface Judging {
  /** each lamp reports once */
  readonly reports: readonly number[];
  /** all that were dark then are looked at in one pass */
  readonly pass: readonly number[];
  /** the same pass where each lamp reckons its own night */
  readonly naive: readonly number[];
}

/** The whole city is dark at two at night, without a word of why: what costs most to judge. */
export function measureJudging(): Judging {
  const read = readPlan(join(import.meta.dirname, '../../resources/lighting/plan.yaml'));
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const { plan } = read;
  const facts = streetFacts(streets.flatMap(({ features }) => features));
  const { places } = atOnce(compile(plan, TIME_ZONE, inventory, facts));
  const alone = places.flatMap(({ groups, floors }) =>
    groups.map((group, i) => {
      const calendar = plan.calendars.find(({ id }) => id === plan.groups[group]?.calendar);
      return { calendar: calendar!, floor: plan.floors[floors[i]!]?.level ?? 0 };
    }),
  );
  const taken = { reports: [] as number[], pass: [] as number[], naive: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const due = new DueBook({ timeZone: TIME_ZONE, aheadMinutes: 0, margins: MARGINS, darkDecides: false });
    due.stand(inventory);
    due.follow(plan, places, inventory);
    let found = 0;
    const rule = { holdMs: HOLD, tolerance: 0.3, oldMs: 60 * MINUTE_MS, settleMs: 10 * MINUTE_MS };
    const judge = new LampJudge(rule, due, () => found++);
    const dark = (id: Streetlight['id']): Streetlight => ({
      ...{ id, type: 'Streetlight', powerState: 'off', illuminanceLevel: 0 },
      observationDateTime: instant(NIGHT),
    });
    const timed = (work: () => void): number => {
      const began = performance.now();
      work();
      return performance.now() - began;
    };
    taken.reports.push(
      timed(() => {
        for (const lamp of lamps) judge.heard(lamp, dark(lamp.id), 0, 0, NIGHT, NIGHT);
      }),
    );
    const later = NIGHT + 25 * MINUTE_MS;
    taken.pass.push(timed(() => judge.turn(later)));
    if (round >= NAIVE_ROUNDS) continue;
    let naive = 0;
    taken.naive.push(
      timed(() => {
        for (const { calendar, floor } of alone) {
          const night = nightOf({ ...plan, timeZone: TIME_ZONE }, calendar, nightDayOf(later, TIME_ZONE));
          if (night !== undefined && dueOf(night, floor, later, MARGINS).least > 0) naive++;
        }
      }),
    );
    if (found === 0 || found !== naive)
      throw new Error(`${found} lamps were found dark, ${naive} by the naive pass`);
  }
  return taken;
}
