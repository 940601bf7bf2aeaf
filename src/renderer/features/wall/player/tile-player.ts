import Hls, { type ErrorData, type LevelLoadedData } from 'hls.js';
import { assertNever } from '../../../../shared/assert-never.ts';
import { classify, isRemark } from './fault.ts';
import { hlsSettings } from './hls-settings.ts';
import { FOREIGN_ORIGIN, loaderWithin } from './origin-guard.ts';
import { type Latency, latencyOf, pictureTime } from './picture-clock.ts';
import { IDLE_VIEW, type PlayerState, type TileView } from './player-state.ts';
import { startWatch, stateOf } from './watch-state.ts';
import { type WatchAction, type WatchEvent, watchdog } from './watchdog.ts';

type Untimed<E> = E extends WatchEvent ? Omit<E, 'at'> : never;

const SAMPLE_MS = 250;

const sameState = (a: PlayerState, b: PlayerState): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The second that a tile shows: of its picture while live, of the clock while it counts an outage. */
const shownSecond = ({ state, at, pictureTime }: TileView): number =>
  Math.floor((state.kind === 'live' && pictureTime !== undefined ? pictureTime : at) / 1_000);

/** How long hls.js waits before it repeats a failed request, ms; undefined when it won't. */
function retryIn({ errorAction }: ErrorData): number | undefined {
  const { retryConfig, retryCount = 0 } = errorAction ?? {};
  if (!retryConfig) return undefined;
  return Math.min(retryConfig.retryDelayMs * 2 ** retryCount, retryConfig.maxRetryDelayMs);
}

/**
 * Plays one camera in one video element, without sound, and never pretends: `view` says at every moment whether
 * the picture is live and how old it is. Starts at once; `dispose()` frees everything.
 * The watchdog decides; this class only carries out.
 */
export class TilePlayer {
  readonly #url: string;
  readonly #video: HTMLVideoElement;
  readonly #listeners = new Set<() => void>();
  #hls: Hls | undefined;
  #watch = startWatch(performance.now());
  #view: TileView = IDLE_VIEW;
  #pictureTime: number | undefined;
  #sampler: number | undefined;
  #rebuild: number | undefined;
  #frameCallback = 0;

  /** @param url as `playableUrl` returned it: nothing outside its origin is fetched */
  constructor(url: string, video: HTMLVideoElement) {
    this.#url = url;
    this.#video = video;
    // A camera in public space has no sound (Code de la sécurité intérieure, R. 253-1; CNIL, 26 December 2024).
    video.muted = true;
    video.playsInline = true;
    video.disablePictureInPicture = true;
    video.disableRemotePlayback = true;
    this.#start();
    this.#open();
  }

  get view(): TileView {
    return this.#view;
  }

  /** Calls back when the view has changed: with each change of state, and once a second for its times. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * For a hidden tile, which would go on decoding: pausing alone gives back less than half of its cost. Nothing of
   * the instance is kept; `resume()` opens a fresh one at the live edge.
   */
  suspend(): void {
    if (this.#watch.suspended) return;
    this.#stop();
    this.#video.pause();
    this.#discard();
    this.#pictureTime = undefined;
    this.#tell({ type: 'suspended' });
  }

  resume(): void {
    if (!this.#watch.suspended) return;
    this.#start();
    this.#open();
  }

  dispose(): void {
    this.#stop();
    this.#listeners.clear();
    this.#discard();
  }

  #start(): void {
    this.#sampler = window.setInterval(() => {
      this.#tell({ type: 'sample', frames: this.#video.getVideoPlaybackQuality().totalVideoFrames });
    }, SAMPLE_MS);
    this.#frameCallback = this.#video.requestVideoFrameCallback(this.#onPicture);
  }

  #stop(): void {
    window.clearInterval(this.#sampler);
    window.clearTimeout(this.#rebuild);
    this.#video.cancelVideoFrameCallback(this.#frameCallback);
  }

  /**
   * Stops loading, detaches the media and forgets the instance. Stopping alone isn't enough: media that attach
   * later start the loading again. A microtask later, when hls.js has left its own handlers of the same event.
   */
  #discard(): void {
    const hls = this.#hls;
    this.#hls = undefined;
    if (hls) queueMicrotask(() => hls.destroy());
  }

  /** A new instance on the same element. Media are attached when the watchdog has seen a living playlist. */
  #open(): void {
    const hls = new Hls({ ...hlsSettings(Math.random), loader: loaderWithin(new URL(this.#url).origin) });
    this.#hls = hls;
    hls.on(Hls.Events.LEVEL_LOADED, (_event, data) => hls === this.#hls && this.#onPlaylist(data));
    hls.on(Hls.Events.ERROR, (_event, data) => hls === this.#hls && this.#onError(data));
    this.#tell({ type: 'opened' });
    hls.loadSource(this.#url);
  }

  #onPlaylist({ details, level }: LevelLoadedData): void {
    const { live, endSN, targetduration, fragments } = details;
    const lastPDT = fragments.at(-1)?.programDateTime ?? undefined;
    this.#tell({
      type: 'playlist',
      playlist: { live, level, endSN, lastPDT, targetMs: targetduration * 1_000 },
    });
  }

  #onError(data: ErrorData): void {
    const { type, details, response, reason, fatal } = data;
    if (!fatal && isRemark(details)) return;
    const foreign = response?.text === FOREIGN_ORIGIN;
    const fault = classify({ type, details, code: response?.code, reason, foreign });
    this.#tell({ type: 'error', fault, fatal, retryIn: retryIn(data) });
  }

  readonly #onPicture: VideoFrameRequestCallback = (_now, { mediaTime }) => {
    const taken = pictureTime(this.#hls?.playingDate ?? null, mediaTime, this.#video.currentTime);
    this.#pictureTime = taken ?? this.#pictureTime;
    this.#frameCallback = this.#video.requestVideoFrameCallback(this.#onPicture);
  };

  #tell(event: Untimed<WatchEvent>): void {
    const at = performance.now();
    const step = watchdog(this.#watch, { ...event, at } as WatchEvent, Math.random());
    this.#watch = step.watch;
    this.#act(step.action);
    this.#show(at);
  }

  #act(action: WatchAction): void {
    switch (action.do) {
      case 'none':
        return;
      case 'attach':
        this.#hls?.attachMedia(this.#video);
        // Refused only when the media go away meanwhile; the watchdog sees the missing frames either way.
        this.#video.play().catch(() => undefined);
        return;
      case 'recover-media':
        this.#hls?.recoverMediaError();
        this.#video.play().catch(() => undefined);
        return;
      case 'rebuild':
        this.#discard();
        this.#rebuild = window.setTimeout(() => this.#open(), action.afterMs);
        return;
      default:
        assertNever(action);
    }
  }

  #show(at: number): void {
    const derived = stateOf(this.#watch, at);
    const state = sameState(derived, this.#view.state) ? this.#view.state : derived;
    const view: TileView = {
      state,
      at,
      pictureTime: this.#pictureTime,
      empty: this.#video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA,
      latency: undefined,
      late: false,
      ...(state.kind === 'live' && this.#lateness()),
    };
    if (state === this.#view.state && shownSecond(view) === shownSecond(this.#view)) return;
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }

  #lateness(): Latency {
    const { latency = 0, targetLatency = null } = this.#hls ?? {};
    return latencyOf(Date.now(), this.#pictureTime, latency, targetLatency);
  }
}
