import { LampState } from '../state.ts';
import { MINUTE_MS } from './block.ts';
import type { LampMoment } from './fold.ts';
import { LEVEL_NOT_KEPT, VARIES } from './kept.ts';

/** A stretch of time, ms since the epoch. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What a programme says of a stretch of time, %, with nobody there. */
export interface ProgrammeStep extends Stretch {
  readonly level: number;
}

/** What is known of one lamp through a stretch of time, to be said in words; times in ms. */
export interface NightFacts {
  /** when it was kept how it was */
  readonly known: number;
  /** of what has passed: nobody heard, or nothing is kept */
  readonly unknown: number;
  readonly lit: number;
  /** % while it was lit; undefined where it never was */
  readonly levels: { readonly least: number; readonly most: number } | undefined;
  /** its level followed whoever passed, which is not kept: `levels` is what it burnt at at least */
  readonly varies: boolean;
  /** each fault from when it was there to when it was not, bits of `LampFault`, in order */
  readonly faults: readonly (Stretch & { readonly faults: number })[];
  /** it was dark for so long while its programme had it burn, and the other way round */
  readonly darkAgainst: number;
  readonly litAgainst: number;
  /** the end of the last moment that is known */
  readonly asOf: number | undefined;
}

/** Cabinets' clocks go wrong by so much, and a lamp takes its time to say that it has followed. */
const SLACK_MS = 5 * MINUTE_MS;

/**
 * What a lamp did in a night. @param moments in order @param programme in order; undefined where none is known of
 * @param span only this is looked at @param now what comes after it is not unknown but to come
 */
export function nightFacts(
  moments: readonly LampMoment[],
  programme: readonly ProgrammeStep[] | undefined,
  { from, to }: Stretch,
  now: number,
): NightFacts {
  let [known, lit, darkAgainst, litAgainst] = [0, 0, 0, 0];
  let levels: NightFacts['levels'];
  let varies = false;
  let asOf: number | undefined;
  const faults: (Stretch & { faults: number })[] = [];
  for (const { at, until, lamp } of moments) {
    const [begin, end] = [Math.max(from, at), Math.min(to, until, now)];
    if (end <= begin || lamp === undefined || (lamp.state & LampState.neverSeen) !== 0) continue;
    const ms = end - begin;
    known += ms;
    asOf = end;
    const last = faults.at(-1);
    if (lamp.faults !== 0 && last?.to === begin && last.faults === lamp.faults)
      faults[faults.length - 1] = { ...last, to: end };
    else if (lamp.faults !== 0) faults.push({ from: begin, to: end, faults: lamp.faults });
    if ((lamp.state & VARIES) !== 0) varies = true;
    if (lamp.level === LEVEL_NOT_KEPT) continue;
    const burns = (lamp.state & LampState.on) !== 0 && lamp.level > 0;
    if (burns) {
      lit += ms;
      const { least = lamp.level, most = lamp.level } = levels ?? {};
      levels = { least: Math.min(least, lamp.level), most: Math.max(most, lamp.level) };
    }
    if (programme === undefined) continue;
    const wanted = wantedAround(programme, begin, end);
    if (!burns && wanted === 'lit') darkAgainst += ms;
    if (burns && wanted === 'dark') litAgainst += ms;
  }
  const passed = Math.max(0, Math.min(to, now) - from);
  const unknown = Math.max(0, passed - known);
  return { known, unknown, lit, levels, varies, faults, darkAgainst, litAgainst, asOf };
}

/** Near a step of the programme either side of it is right. */
function wantedAround(
  programme: readonly ProgrammeStep[],
  from: number,
  to: number,
): 'lit' | 'dark' | 'either' {
  const levels = [from - SLACK_MS, to + SLACK_MS].map(
    (at) => programme.find((step) => step.from <= at && at < step.to)?.level ?? 0,
  );
  if (levels.every((level) => level > 0)) return 'lit';
  return levels.every((level) => level === 0) ? 'dark' : 'either';
}
