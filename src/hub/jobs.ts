import type { Log } from '../node/log/log.ts';
import { instant } from '../shared/wire/time.ts';
import type { AdviceTallies } from './advice/tallies.ts';
import type { Switchboard } from './calls/switchboard.ts';
import type { HubConfig } from './config.ts';
import { releaseAbsent } from './desk/release.ts';
import type { Seats } from './desk/seats.ts';
import { every } from './edge/every.ts';
import type { RoomData } from './edge/room-data.ts';
import type { Faults } from './faults.ts';
import type { Metrics } from './http/metrics.ts';
import type { ProcedureShelf } from './procedures/shelf.ts';
import { forgetOld } from './retention/retention.ts';
import { fillTexts } from './search/fill.ts';
import { showShifts } from './shifts/keep.ts';
import type { Store } from './store/store.ts';

export interface Jobs {
  readonly store: Store;
  readonly data: RoomData;
  readonly seats: Seats;
  readonly procedures: ProcedureShelf;
  readonly tallies: AdviceTallies;
  readonly switchboard: Switchboard;
  readonly faults: Pick<Faults, 'look'>;
  readonly metrics: Metrics;
  readonly config: HubConfig;
  readonly now: () => number;
  /** something has been committed that the relay may have to publish */
  readonly committed: () => void;
  readonly failed: (error: unknown, what: string) => void;
  readonly log: Log;
}

const FAULTS_EVERY_MS = 1_000;
const CALLS_EVERY_MS = 1_000;
const ABSENCE_EVERY_MS = 5_000;
const PROCEDURES_EVERY_MS = 2_000;
const TALLIES_EVERY_MS = 3_000;
const RETENTION_EVERY_MS = 3_600_000;

/** What the hub does by itself, again and again. @returns stops it and waits for what is under way */
export function startJobs(jobs: Jobs): () => Promise<void> {
  const {
    store,
    data,
    seats,
    faults,
    procedures,
    switchboard,
    tallies,
    metrics,
    config,
    now,
    committed,
    failed,
    log,
  } = jobs;
  const ending = new AbortController();

  async function openFaults(): Promise<void> {
    const opened = await faults.look(now());
    if (opened === 0) return;
    metrics.opened('lighting', opened);
    committed();
  }
  async function ageCalls(): Promise<void> {
    const opened = await switchboard.look();
    if (opened === 0) return;
    metrics.opened('call', opened);
    committed();
  }
  async function giveBack(): Promise<void> {
    const afterMs = config.desk.absentAfterSeconds * 1_000;
    if ((await releaseAbsent(store, seats, instant(now()), afterMs)) > 0) committed();
  }
  async function forget(): Promise<void> {
    const { forgotten } = metrics;
    await showShifts(store.db, data, instant(now()));
    await forgetOld({ store, keep: config.retention, forgotten, log, signal: ending.signal }, now());
  }

  const filling = fillTexts(store, ending.signal).catch((error) => failed(error, 'search'));
  const stops = [
    every(FAULTS_EVERY_MS, openFaults, (error) => failed(error, 'lamp faults')),
    every(CALLS_EVERY_MS, ageCalls, (error) => failed(error, 'calls')),
    every(ABSENCE_EVERY_MS, giveBack, (error) => failed(error, 'absent seats')),
    every(
      PROCEDURES_EVERY_MS,
      () => procedures.look(),
      (error) => failed(error, 'procedures'),
    ),
    every(
      TALLIES_EVERY_MS,
      () => tallies.look(),
      (error) => failed(error, 'advice'),
    ),
    every(RETENTION_EVERY_MS, forget, (error) => failed(error, 'retention')),
  ];
  return async () => {
    ending.abort();
    for (const stop of stops) await stop();
    await filling;
  };
}
