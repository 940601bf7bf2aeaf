import { assertNever } from '../../../../shared/assert-never.ts';
import { backOff, type RebuildReason } from './back-off.ts';
import { advance, type PlaylistFacts, stepOf } from './edge.ts';
import { type Fault, isPermanent } from './fault.ts';
import { hasFreshFrames, isFrozen, isLive, patience, startWatch, type Watch } from './watch-state.ts';

/** What happened to a stream, at a time of the caller's monotonic clock (ms). */
export type WatchEvent = { readonly at: number } & (
  | { readonly type: 'opened' }
  | { readonly type: 'suspended' }
  | { readonly type: 'playlist'; readonly playlist: PlaylistFacts }
  /** `retryIn`: the instance tries again by itself after so many ms */
  | { readonly type: 'error'; readonly fault: Fault; readonly fatal: boolean; readonly retryIn?: number }
  /** the video element's count of decoded frames, asked at short intervals */
  | { readonly type: 'sample'; readonly frames: number }
);

export type WatchAction =
  | { readonly do: 'none' }
  /** attach the media: the playlist is alive */
  | { readonly do: 'attach' }
  | { readonly do: 'recover-media' }
  /** destroy this instance now and open a new one after so many ms */
  | { readonly do: 'rebuild'; readonly afterMs: number };

export interface Step {
  readonly watch: Watch;
  readonly action: WatchAction;
}

const STEADY_MS = 2_000;
/** New frames whose intervals tell how often a camera films. */
const GAPS = 5;
const RECOVER_EVERY_MS = 5_000;
/** An instance that reports load errors this often is retrying: rebuilding it would only lengthen the outage. */
const REPORTING_MS = 8_000;
/** …but one that has reported for so long without a picture may be wedged. */
const REPORTING_LIMIT_MS = 20_000;

/** hls.js loads a segment that it can't parse again and again without a pause: 100 requests a second. */
const MEDIA_FAULTS = 5;

const stay = (watch: Watch): Step => ({ watch, action: { do: 'none' } });

/**
 * The player's judgement, free of hls.js and of the DOM. Errors alone don't tell the truth: a restarted gateway,
 * an ended playlist and a frozen camera raise no fatal error, so frames and each playlist are watched too.
 * `jitter` in [0, 1) comes from the caller.
 */
export function watchdog(watch: Watch, event: WatchEvent, jitter: number): Step {
  const { at } = event;
  if (event.type === 'suspended')
    return stay({ ...startWatch(at), edge: watch.edge, targetMs: watch.targetMs, suspended: true });
  if (event.type === 'opened') return stay(opened(watch, at));
  if (watch.suspended || watch.rebuildAt !== undefined) return stay(watch);
  switch (event.type) {
    case 'playlist':
      return onPlaylist(watch, event.playlist, at, jitter);
    case 'error':
      return onError(watch, event, jitter);
    case 'sample':
      return onSample(watch, event.frames, at, jitter);
    default:
      return assertNever(event);
  }
}

function opened(watch: Watch, at: number): Watch {
  return {
    ...watch,
    suspended: false,
    openedAt: at,
    grantedAt: at,
    attached: false,
    frames: undefined,
    reportedAt: undefined,
    mediaFaults: 0,
    rebuildAt: undefined,
    trouble: watch.trouble && { ...watch.trouble, retryAt: undefined },
  };
}

function rebuild(watch: Watch, cause: Fault | undefined | 'ended', at: number, jitter: number): Step {
  const fault = cause === 'ended' ? ({ reason: 'ended', source: 'playlist' } as const) : cause;
  const reason: RebuildReason = fault?.reason ?? 'stalled';
  const afterMs = backOff(reason, watch.failures, jitter);
  const rebuildAt = at + afterMs;
  const trouble = fault
    ? { ...fault, since: outageStart(watch, at), retryAt: rebuildAt }
    : watch.trouble && { ...watch.trouble, retryAt: rebuildAt };
  const next = { ...watch, trouble, rebuildAt, failures: watch.failures + 1, steadySince: undefined };
  return { watch: next, action: { do: 'rebuild', afterMs } };
}

function outageStart(watch: Watch, at: number): number {
  return watch.trouble?.since ?? watch.lastFrameAt ?? at;
}

function onPlaylist(watch: Watch, playlist: PlaylistFacts, at: number, jitter: number): Step {
  if (!playlist.live) return rebuild(watch, 'ended', at, jitter);
  const step = stepOf(watch.edge, playlist);
  const edge = advance(watch.edge, playlist, at);
  // A fresh instance that meets the new numbering has nothing to throw away.
  if (step === 'back' && watch.attached)
    return rebuild({ ...watch, edge }, { reason: 'restarted', source: 'playlist' }, at, jitter);
  const next: Watch = {
    ...watch,
    edge,
    targetMs: playlist.targetMs,
    answeredAt: at,
    trouble: watch.trouble?.source === 'playlist' ? undefined : watch.trouble,
  };
  if (!watch.attached && at - edge.movedAt <= patience(next))
    return { watch: { ...next, attached: true, grantedAt: at }, action: { do: 'attach' } };
  const thawed = step === 'forward' && watch.edge !== undefined && at - watch.edge.movedAt > patience(next);
  return stay(thawed ? { ...next, grantedAt: at } : next);
}

function onError(watch: Watch, event: WatchEvent & { type: 'error' }, jitter: number): Step {
  const { at, fault, fatal } = event;
  if (fault.reason === 'restarted') return rebuild(watch, fault, at, jitter);
  if (!fatal) {
    if (fault.source === 'media') return onMediaFault(watch, fault, at, jitter);
    // While pictures come, another variant may be at fault: let the instance sort it out.
    if (isPermanent(fault.reason) && !hasFreshFrames(watch, at)) return rebuild(watch, fault, at, jitter);
    const retryAt = event.retryIn === undefined ? undefined : at + event.retryIn;
    const trouble = { ...fault, reason: fault.reason, since: outageStart(watch, at), retryAt };
    return stay({ ...watch, reportedAt: at, trouble });
  }
  const mayRecover = watch.recoveredAt === undefined || at - watch.recoveredAt > RECOVER_EVERY_MS;
  if (fault.reason !== 'media' || !mayRecover) return rebuild(watch, fault, at, jitter);
  const trouble = { ...fault, reason: fault.reason, since: outageStart(watch, at), retryAt: undefined };
  return { watch: { ...watch, trouble, recoveredAt: at, grantedAt: at }, action: { do: 'recover-media' } };
}

function onMediaFault(watch: Watch, fault: Fault, at: number, jitter: number): Step {
  const mediaFaults = watch.mediaFaults + 1;
  if (mediaFaults < MEDIA_FAULTS) return stay({ ...watch, mediaFaults });
  return rebuild({ ...watch, mediaFaults }, fault, at, jitter);
}

function newFrame({ gaps, lastFrameAt, openedAt }: Watch, at: number): Partial<Watch> {
  const follows = lastFrameAt !== undefined && lastFrameAt >= openedAt;
  const known = follows ? [...gaps, at - lastFrameAt].slice(-GAPS) : gaps;
  return { gaps: known, lastFrameAt: at, mediaFaults: 0 };
}

/** An instance that ends in silence, without a word from hls.js, when there has never been a picture to show. */
function silence({ lastFrameAt, trouble, answeredAt }: Watch): Fault | undefined {
  if (lastFrameAt !== undefined || trouble !== undefined) return undefined;
  return answeredAt === undefined
    ? { reason: 'timeout', source: 'playlist' }
    : { reason: 'no-segment', source: 'segment' };
}

function onSample(watch: Watch, frames: number, at: number, jitter: number): Step {
  const grew = watch.frames !== undefined && frames > watch.frames;
  const seen = grew ? { ...watch, ...newFrame(watch, at), frames } : { ...watch, frames };
  if (isLive(seen, at)) {
    const steadySince = seen.steadySince ?? at;
    const failures = at - steadySince >= STEADY_MS ? 0 : seen.failures;
    return stay({ ...seen, steadySince, failures, trouble: undefined });
  }
  const next = { ...seen, steadySince: undefined };
  // The camera gives nothing new and the instance goes on asking: a rebuild would gain nothing.
  if (isFrozen(next, at)) return stay(next);
  const quiet = at - Math.max(next.lastFrameAt ?? next.openedAt, next.grantedAt);
  const reporting = next.reportedAt !== undefined && at - next.reportedAt <= REPORTING_MS;
  if (quiet <= patience(next) || (reporting && quiet <= REPORTING_LIMIT_MS)) return stay(next);
  return rebuild(next, silence(next), at, jitter);
}
