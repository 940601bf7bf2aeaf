import { setTimeout as wait } from 'node:timers/promises';
import { assertNever } from '../../src/shared/assert-never.ts';
import type { Crew } from './crew.ts';
import { FaultRoom, type FaultRoomOptions } from './fault-room.ts';
import { judge, type Verdict } from './oracle.ts';
import {
  type CrewFault,
  type HouseFault,
  type Plan,
  type PlanOptions,
  partsOf,
  planOf,
  type Step,
} from './plan.ts';

export interface RunOptions extends Omit<PlanOptions, 'store'>, Omit<FaultRoomOptions, 'clocks'> {
  /** how long nothing may change before the room has come to rest, ms */
  readonly restMs: number;
  /** leaves the files of a run that went wrong */
  readonly keep: boolean;
  readonly say: (line: string) => void;
}

async function house(room: FaultRoom, { fault, forMs }: Step<HouseFault>): Promise<void> {
  switch (fault.kind) {
    case 'hubKilled':
      await room.killHub();
      await wait(forMs);
      return room.startHub();
    case 'brokerKilled':
      await room.broker.kill();
      await wait(forMs);
      return room.broker.restart();
    case 'bothKilled':
      await Promise.all([room.killHub(), room.broker.kill()]);
      await wait(forMs);
      await room.broker.restart();
      return room.startHub();
    case 'brokerRestarted':
      return room.broker.restart();
    case 'hubCutOff':
      room.hubLine.cutOff();
      await wait(forMs);
      return room.hubLine.mend(fault.ending);
    case 'restored':
      await room.backUp();
      await wait(forMs);
      return room.restore();
    case 'storeKilled':
      await room.killStore(fault.by);
      await wait(forMs);
      return room.startStore();
    default:
      assertNever(fault);
  }
}

async function befall(room: FaultRoom, crew: Crew, { fault, forMs }: Step<CrewFault>): Promise<void> {
  if (fault.kind === 'killed') {
    await room.killCrew(crew);
    await wait(forMs);
    return crew.restart();
  }
  const seats = fault.seats.map((n) => crew.seats[n]!);
  const lines = seats.map(({ seat }) => room.line(seat));
  switch (fault.kind) {
    case 'cutOff':
      for (const line of lines) line.cutOff();
      await wait(forMs);
      for (const line of lines) line.mend(fault.ending);
      return;
    case 'halfOpen':
      for (const line of lines) line.halfOpen(fault.side);
      await wait(forMs);
      return;
    case 'slow':
      for (const line of lines) line.slow(fault.bytesPerMs);
      await wait(forMs);
      for (const line of lines) line.slow();
      return;
    case 'clocks':
      for (const { seat, aheadMs } of seats) crew.setClock(seat, aheadMs + fault.byMs);
      await wait(forMs);
      for (const { seat, aheadMs } of seats) crew.setClock(seat, aheadMs);
      return;
    default:
      assertNever(fault);
  }
}

/** Lets operators work while everything fails around them, mends it all, waits until it is quiet, and judges. */
export async function run({ say, keep, seed, restMs, ...size }: RunOptions): Promise<Verdict> {
  const { store, forgetful } = size;
  say(`seed ${seed}: ${size.crews * size.seatsPerCrew} seats on ${store}, ${size.seconds} s of faults`);
  if (forgetful) say('a killed hub forgets what it has answered: the oracle must say so');
  const room = await FaultRoom.open({ seed, clocks: planOf(seed, size).clocks, ...size });
  let whole = false;
  try {
    await room.quiet(restMs);
    const start = Date.now();
    const told = (what: string) => say(`${((Date.now() - start) / 1_000).toFixed(1)} s  ${what}`);
    room.work(true);
    for (const [n, { seconds, gone }] of partsOf(seed, size).entries()) {
      await fail(room, planOf(seed + n, { ...size, seconds }), told);
      if (gone === undefined) continue;
      told(`crew ${gone + 1}: gone`);
      await room.absence(room.crews[gone]!);
    }
    room.work(false);
    told('all is mended');
    await room.quiet(restMs);
    const evidence = await room.evidence();
    const verdict = judge(evidence);
    told(JSON.stringify(verdict.counts));
    whole = verdict.broken.length === 0;
    if (keep && !whole) room.leave(evidence);
    return verdict;
  } finally {
    const folder = await room.close(keep && !whole);
    if (keep && !whole) say(`its files are in ${folder}`);
  }
}

/** All lanes of a plan at once, to their end. */
async function fail(room: FaultRoom, plan: Plan, told: (what: string) => void): Promise<void> {
  const lane = async <F extends HouseFault | CrewFault>(
    whom: string,
    steps: readonly Step<F>[],
    befalls: (step: Step<F>) => Promise<void>,
  ) => {
    for (const step of steps) {
      await wait(step.pauseMs);
      told(`${whom}: ${step.fault.kind} for ${Math.round(step.forMs)} ms`);
      await befalls(step);
    }
  };
  await Promise.all([
    lane('house', plan.house, (step) => house(room, step)),
    ...plan.crews.map((steps, n) =>
      lane(`crew ${n + 1}`, steps, (step) => befall(room, room.crews[n]!, step)),
    ),
  ]);
}
