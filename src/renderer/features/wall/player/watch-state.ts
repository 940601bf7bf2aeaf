import type { RebuildReason } from './back-off.ts';
import type { Edge } from './edge.ts';
import type { PlayerState } from './player-state.ts';

/** A fault that stopped the picture, kept until a live picture or a good playlist disproves it. */
export interface Trouble {
  readonly reason: Exclude<RebuildReason, 'stalled'>;
  readonly source: 'playlist' | 'segment' | 'media';
  readonly since: number;
  readonly retryAt: number | undefined;
}

/** Everything a tile knows about its stream. Times in ms of a monotonic clock. */
export interface Watch {
  readonly suspended: boolean;
  /** when the present player instance was opened */
  readonly openedAt: number;
  /** its media are attached, so it may play */
  readonly attached: boolean;
  /** the instance's patience runs from here: opened, attached, media recovered, edge moved again */
  readonly grantedAt: number;
  /** last frame count; undefined until an instance has given its first */
  readonly frames: number | undefined;
  readonly lastFrameAt: number | undefined;
  /** ms between its last new frames, at most five: how often this camera films */
  readonly gaps: readonly number[];
  /** live without a break since */
  readonly steadySince: number | undefined;
  readonly edge: Edge | undefined;
  /** target duration of the last playlist */
  readonly targetMs: number;
  /** last good playlist */
  readonly answeredAt: number | undefined;
  readonly trouble: Trouble | undefined;
  /** last load error that the present instance reported and retries by itself */
  readonly reportedAt: number | undefined;
  /** faults of the media since the last new frame */
  readonly mediaFaults: number;
  /** rebuilds since the picture was last steady */
  readonly failures: number;
  /** a rebuild is due then */
  readonly rebuildAt: number | undefined;
  readonly recoveredAt: number | undefined;
}

export function startWatch(at: number): Watch {
  return {
    suspended: false,
    openedAt: at,
    attached: false,
    grantedAt: at,
    frames: undefined,
    lastFrameAt: undefined,
    gaps: [],
    steadySince: undefined,
    edge: undefined,
    targetMs: 0,
    answeredAt: undefined,
    trouble: undefined,
    reportedAt: undefined,
    mediaFaults: 0,
    failures: 0,
    rebuildAt: undefined,
    recoveredAt: undefined,
  };
}

/** A picture is new when it came within this time … */
const FRESH_MS = 1_500;
/** … or within some of its camera's own intervals: one that films once a second is in good health. */
const FRESH_GAPS = 2.5;
const FRESH_MOST_MS = 4_000;

/** How old a picture may be and still pass for new: by the usual interval, which one long stall doesn't change. */
function freshFor({ gaps }: Watch): number {
  const usual = gaps.length < 3 ? 0 : gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]!;
  return Math.min(FRESH_MOST_MS, Math.max(FRESH_MS, FRESH_GAPS * usual));
}

/**
 * How long an edge may stand still, or frames stay away. 4 s was measured on one-second segments; a gateway
 * with segments of 6 s renews its playlist every 6 s and is in good health.
 */
export function patience(watch: Watch): number {
  return Math.max(4_000, 2 * watch.targetMs);
}

/** The present instance gives new pictures: those of its predecessor went when the element was emptied. */
export function hasFreshFrames(watch: Watch, at: number): boolean {
  const { lastFrameAt, openedAt } = watch;
  return lastFrameAt !== undefined && lastFrameAt >= openedAt && at - lastFrameAt < freshFor(watch);
}

/** New frames alone don't prove it: the tail of a dead playlist gives frames too. The edge must move as well. */
export function isLive(watch: Watch, at: number): boolean {
  const { edge, rebuildAt, suspended } = watch;
  if (suspended || rebuildAt !== undefined || !edge?.proven) return false;
  return hasFreshFrames(watch, at) && at - edge.movedAt <= patience(watch);
}

export function isFrozen(watch: Watch, at: number): boolean {
  const { edge, answeredAt, reportedAt } = watch;
  if (!edge || answeredAt === undefined) return false;
  const stillAnswers = at - answeredAt <= Math.max(3_000, 1.5 * watch.targetMs);
  const failedSince = reportedAt !== undefined && reportedAt >= answeredAt;
  return stillAnswers && !failedSince && at - edge.movedAt > patience(watch);
}

function troubleState({ reason, since, retryAt }: Trouble): PlayerState {
  if (reason === 'restarted') return { kind: 'restarted', since };
  if (reason === 'ended') return { kind: 'ended', since, retryAt };
  return { kind: 'lost', reason, since, retryAt };
}

/** What the operator is shown: derived from facts and clock, so nothing can leave `live` on the screen too long. */
export function stateOf(watch: Watch, at: number): PlayerState {
  if (watch.suspended) return { kind: 'idle' };
  if (watch.trouble && watch.rebuildAt !== undefined) return troubleState(watch.trouble);
  if (isLive(watch, at)) return { kind: 'live' };
  if (isFrozen(watch, at)) return { kind: 'frozen', since: watch.lastFrameAt ?? watch.edge?.movedAt ?? at };
  const fresh = hasFreshFrames(watch, at);
  if (watch.trouble && !fresh) return troubleState(watch.trouble);
  const rolling = fresh && !watch.edge?.proven;
  if (watch.lastFrameAt === undefined || rolling) return { kind: 'connecting', since: watch.openedAt };
  return { kind: 'stalled', since: watch.lastFrameAt };
}
