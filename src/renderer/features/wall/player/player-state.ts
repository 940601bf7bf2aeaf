/** Why there is no picture, as the operator is told it. */
export type LossReason =
  | 'no-camera'
  | 'gateway-error'
  | 'unreachable'
  | 'timeout'
  | 'not-hls'
  | 'no-segment'
  | 'starting'
  | 'media'
  | 'unsupported'
  | 'auth'
  | 'foreign-origin';

/**
 * What a tile shows. Only `live` may look live: every other state is marked on the screen.
 * Times are milliseconds of a monotonic clock. `retryAt` is missing while a try is under way.
 */
export type PlayerState =
  /** hidden: nothing is downloaded or decoded */
  | { readonly kind: 'idle' }
  /** no picture yet, or pictures that nothing proves to be new */
  | { readonly kind: 'connecting'; readonly since: number }
  | { readonly kind: 'live' }
  /** pictures have stopped coming; since the last one */
  | { readonly kind: 'stalled'; readonly since: number }
  /** the gateway answers, but the camera gives it nothing new; since the last picture */
  | { readonly kind: 'frozen'; readonly since: number }
  /** the gateway numbers its segments anew */
  | { readonly kind: 'restarted'; readonly since: number }
  /** the playlist says that the broadcast is over */
  | { readonly kind: 'ended'; readonly since: number; readonly retryAt?: number | undefined }
  | {
      readonly kind: 'lost';
      readonly reason: LossReason;
      readonly since: number;
      readonly retryAt?: number | undefined;
    };

/** What a tile draws: the state, and how old its picture is. */
export interface TileView {
  readonly state: PlayerState;
  /** now, on the clock of the state's times */
  readonly at: number;
  /** when the last shown picture was taken, ms since the epoch, by the gateway's PROGRAM-DATE-TIME */
  readonly pictureTime: number | undefined;
  /** the video element holds no picture, as after a rebuild */
  readonly empty: boolean;
  /** how late the picture is, ms; only while live */
  readonly latency: number | undefined;
  /** later than this transport explains */
  readonly late: boolean;
}

export const IDLE_VIEW: TileView = {
  state: { kind: 'idle' },
  at: 0,
  pictureTime: undefined,
  empty: true,
  latency: undefined,
  late: false,
};
