import { instant } from '../shared/wire/time.ts';
import type { AdviceTallies } from './advice/tallies.ts';
import type { Base } from './base.ts';
import type { Switchboard } from './calls/switchboard.ts';
import { releaseAbsent } from './desk/release.ts';
import type { Seats } from './desk/seats.ts';
import { every } from './edge/every.ts';
import type { Faults } from './faults.ts';
import type { StagedImports } from './inventory/staged-imports.ts';
import type { LightingPlans } from './lighting/program/plans.ts';
import type { ProcedureShelf } from './procedures/shelf.ts';
import { forgetOld } from './retention/retention.ts';
import { fillTexts } from './search/fill.ts';
import { showShifts } from './shifts/keep.ts';
import { judgeUnanswered } from './shifts/unanswered.ts';
import type { StoreHealth } from './store/health.ts';

export interface Working extends Base {
  readonly seats: Seats;
  readonly procedures: ProcedureShelf;
  readonly plans: LightingPlans;
  readonly imports: StagedImports;
  readonly tallies: AdviceTallies;
  readonly switchboard: Switchboard;
  readonly faults: Pick<Faults, 'look'>;
  readonly health: Pick<StoreHealth, 'ok'>;
}

interface Job {
  readonly everyMs: number;
  readonly work: (on: Working, ending: AbortSignal) => Promise<void>;
}

const opened = ({ metrics, committed }: Working, channel: 'lighting' | 'call', count: number): void => {
  if (count === 0) return;
  metrics.opened(channel, count);
  committed();
};

/** Each by the name under which its failures are counted. */
const JOBS: Readonly<Record<string, Job>> = {
  'lamp faults': {
    everyMs: 1_000,
    work: async (on) => opened(on, 'lighting', await on.faults.look(on.now())),
  },
  calls: {
    everyMs: 1_000,
    work: async (on) => opened(on, 'call', await on.switchboard.look()),
  },
  'absent seats': {
    everyMs: 5_000,
    work: async ({ store, seats, config, now, committed }) => {
      const afterMs = config.desk.absentAfterSeconds * 1_000;
      if ((await releaseAbsent(store, seats, instant(now()), afterMs)) > 0) committed();
    },
  },
  'hold on the store': {
    everyMs: 5_000,
    work: async ({ store, health, committed }) => {
      if (health.ok) return store.assertHeld();
      // Nobody may want anything of it for a while: that it works again is found out here.
      await store.write(async () => undefined);
      committed();
    },
  },
  shifts: {
    everyMs: 10_000,
    work: async ({ store, data, now, committed }) => {
      if ((await judgeUnanswered(store, data, now())) > 0) committed();
    },
  },
  procedures: { everyMs: 2_000, work: ({ procedures }) => procedures.look() },
  'lighting plan': { everyMs: 2_000, work: ({ plans }) => plans.look() },
  'staged imports': { everyMs: 1_000, work: ({ imports }) => imports.look() },
  advice: { everyMs: 3_000, work: ({ tallies }) => tallies.look() },
  retention: {
    everyMs: 3_600_000,
    work: async ({ store, data, config, metrics: { forgotten }, now, log }, signal) => {
      await showShifts(store.db, data, instant(now()));
      await forgetOld({ store, keep: config.retention, forgotten, log, signal }, now());
    },
  },
};

/** What the hub does by itself, again and again. @returns stops it and waits for what is under way */
export function startJobs(on: Working): () => Promise<void> {
  const ending = new AbortController();
  const filling = fillTexts(on.store, ending.signal).catch((error) => on.failed(error, 'search'));
  const stops = Object.entries(JOBS).map(([what, { everyMs, work }]) =>
    every(
      everyMs,
      () => work(on, ending.signal),
      (error) => on.failed(error, what),
    ),
  );
  return async () => {
    ending.abort();
    for (const stop of stops) await stop();
    await filling;
  };
}
