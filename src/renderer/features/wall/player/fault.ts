import type { LossReason } from './player-state.ts';

/** What hls.js reports, without hls.js: `ErrorData` cut down to what decides. */
export interface ErrorFacts {
  /** `ErrorTypes`, e.g. `networkError` */
  readonly type: string;
  /** `ErrorDetails`, e.g. `levelLoadError` */
  readonly details: string;
  /** HTTP status, 0 when the connection failed */
  readonly code?: number | undefined;
  readonly reason?: string | undefined;
  /** our own loader refused an address outside the stream's origin */
  readonly foreign?: boolean | undefined;
}

/** A fault and what it concerns: the next good playlist disproves only a fault of the playlist. */
export interface Fault {
  readonly reason: LossReason | 'restarted';
  readonly source: 'playlist' | 'segment' | 'media';
}

/** They have type `mediaError`, but no recovery of the media will teach the PC a codec. */
const CODEC_ERRORS = [
  'manifestIncompatibleCodecsError',
  'bufferAddCodecError',
  'bufferIncompatibleCodecsError',
];

function sourceOf({ type, details }: ErrorFacts): Fault['source'] {
  if (CODEC_ERRORS.includes(details)) return 'media';
  if (/^(manifest|level|playlist)/.test(details)) return 'playlist';
  return type === 'networkError' ? 'segment' : 'media';
}

function reasonOf(facts: ErrorFacts, source: Fault['source']): Fault['reason'] {
  const { type, details, code = 0 } = facts;
  if (facts.foreign) return 'foreign-origin';
  if (CODEC_ERRORS.includes(details) || type === 'keySystemError') return 'unsupported';
  if (code === 401 || code === 403) return 'auth';
  if (code === 404 || code === 410) return source === 'playlist' ? 'no-camera' : 'no-segment';
  if (code >= 500) return 'gateway-error';
  if (details === 'manifestParsingError') return 'not-hls';
  if (details === 'levelParsingError') return /mismatch/i.test(facts.reason ?? '') ? 'restarted' : 'not-hls';
  if (details === 'levelEmptyError') return 'starting';
  if (/TimeOut$/.test(details)) return 'timeout';
  return source === 'media' ? 'media' : 'unreachable';
}

/** Names an error for the watchdog and the operator. The order of the tests is the point (video errors overlap). */
export function classify(facts: ErrorFacts): Fault {
  const source = sourceOf(facts);
  return { reason: reasonOf(facts, source), source };
}

/**
 * Non-fatal reports that are no fault of the stream: hls.js abandons its own requests when it seeks, and remarks
 * on a playhead without data, which the frames tell better.
 */
export function isRemark(details: string): boolean {
  return ['aborted', 'bufferStalledError', 'bufferSeekOverHole', 'bufferNudgeOnStall'].includes(details);
}

/** Nothing will change by itself within seconds: tell the operator and ask seldom. */
export function isPermanent(reason: Fault['reason']): boolean {
  return reason === 'auth' || reason === 'unsupported' || reason === 'foreign-origin';
}
