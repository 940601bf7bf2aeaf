import type { HlsConfig, LoadPolicy } from 'hls.js';
// Without a path of its own hls.js builds its worker from a blob, which the CSP forbids: it would then
// transmux on the main thread without a word.
import workerPath from 'hls.js/dist/hls.worker.js?url';

/** A gateway on the LAN that hasn't begun to answer after 3 s is not slow, it hangs (default: 10 s). */
const ANSWER_MS = 3_000;

/**
 * Retries inside a running instance, which recover a live playlist in 0.2–0.8 s after refusals, 404 and 500
 * (0.9–3 s by a rebuild). They never end by themselves: the watchdog decides when to give up. A first try after
 * about 500 ms and then at most 2 s; the random part spreads a wall whose gateway went down.
 */
function retrying(loadMs: number, random: () => number): LoadPolicy {
  const retry = {
    maxNumRetry: Number.MAX_SAFE_INTEGER,
    retryDelayMs: 400 + 200 * random(),
    maxRetryDelayMs: 1_500 + 500 * random(),
  };
  const default_ = {
    maxTimeToFirstByteMs: ANSWER_MS,
    maxLoadTimeMs: loadMs,
    timeoutRetry: retry,
    errorRetry: retry,
  };
  return { default: default_ };
}

function once(loadMs: number): LoadPolicy {
  const limits = { maxTimeToFirstByteMs: ANSWER_MS, maxLoadTimeMs: loadMs };
  return { default: { ...limits, timeoutRetry: null, errorRetry: null } };
}

/**
 * hls.js for many small live tiles without sound. Measured on 16 tiles, 2 cores, no GPU, one-second segments.
 * Deliberately absent: `liveMaxUnchangedPlaylistRefresh`, which ends the polling of a frozen camera for good.
 */
export function hlsSettings(random: () => number): Partial<HlsConfig> {
  return {
    workerPath,
    // The default keeps everything played: 58 MB/min for 16 tiles. With 4 s memory is flat.
    backBufferLength: 4,
    // A wall costs 2.6 times the CPU when each small tile decodes the main stream, as it does without the cap …
    capLevelToPlayerSize: true,
    // … and again with it on a HiDPI screen, where the cap counts device pixels.
    ignoreDevicePixelRatio: true,
    // The cap is known only once media are attached, which is after the first playlist: start on the smallest.
    startLevel: 0,
    testBandwidth: false,
    // First frame at 640 ms instead of 789: the first segment is on its way while media are attached.
    startFragPrefetch: true,
    // 2.6 s behind instead of 4.1. In segments, not seconds: the same holds for gateways with segments of 6 s.
    liveSyncDurationCount: 2,
    liveMaxLatencyDurationCount: 6,
    // Catches up after a stall instead of staying late; 8 % isn't seen in a street scene.
    maxLiveSyncPlaybackRate: 1.08,
    liveSyncOnStallIncrease: 0,
    liveDurationInfinity: true,
    maxBufferLength: 8,
    maxMaxBufferLength: 12,
    maxBufferSize: 8_000_000,
    // A hole in the stream is jumped in about 1 s (defaults: 1.25 s and 2 s), before the tile counts as stalled.
    detectStallWithCurrentTimeMs: 600,
    highBufferWatchdogPeriod: 1,
    // Cameras have neither advertisements nor captions nor timed metadata: their parsers stay off.
    enableInterstitialPlayback: false,
    enableDateRangeMetadataCues: false,
    enableEmsgMetadataCues: false,
    enableID3MetadataCues: false,
    enableWebVTT: false,
    enableIMSC1: false,
    enableCEA708Captions: false,
    useMediaCapabilities: false,
    // The first answer is the watchdog's to ask for again: retried in here, a 503 would never be told.
    manifestLoadPolicy: once(5_000),
    playlistLoadPolicy: retrying(5_000, random),
    fragLoadPolicy: retrying(8_000, random),
  };
}
