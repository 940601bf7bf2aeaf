import { assertNever } from '../../../shared/assert-never.ts';
import type { CameraLoops } from '../loops/prepare.ts';
import { initOf, segmentAt } from '../mp4/retime.ts';
import { isAvailable, liveWindow } from './clock.ts';
import type { CameraFault } from './fault.ts';
import { mediaPlaylist, multivariantPlaylist } from './playlist.ts';
import type { Resource } from './resource.ts';

/** All that tells one camera's stream from another; with the clock it determines every byte served. */
export interface StreamState {
  /** When second 0 began, ms since 1970. */
  readonly epoch: number;
  /** How often the camera has been restarted. */
  readonly generation: number;
  readonly fault?: { readonly kind: CameraFault; readonly since: number };
}

/** What to do with a request. */
export type Answer =
  | {
      readonly kind: 'send';
      readonly status: number;
      readonly type: string;
      readonly body: string | Uint8Array;
    }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' };

const PLAYLIST = 'application/vnd.apple.mpegurl';
const VIDEO = 'video/mp4';

/** After a restart the first second is already there, and the count begins at 0. */
export function restarted(state: StreamState, now: number): StreamState {
  return { epoch: now - 1000, generation: state.generation + 1 };
}

/** The answer to a request for a camera's resource at a moment. */
export function answer(loops: CameraLoops, state: StreamState, resource: Resource, now: number): Answer {
  const fault = state.fault?.kind;
  switch (fault) {
    case 'down':
      return { kind: 'reset' };
    case 'hang':
      return { kind: 'hang' };
    case '404':
      return notFound();
    case '500':
      return send(500, 'text/plain', 'camera gateway error\n');
    case 'html':
      return send(200, 'text/html', '<!doctype html><title>Sign in</title><h1>Sign in</h1>\n');
    case 'garbage':
      return resource.kind === 'segment' ? send(200, VIDEO, garbage()) : live(loops, state, resource, now);
    case 'segments-404':
      return resource.kind === 'segment' ? notFound() : live(loops, state, resource, now);
    case 'freeze':
    case 'ended':
    case 'empty':
    case undefined:
      return live(loops, state, resource, now);
    default:
      return assertNever(fault);
  }
}

function live(loops: CameraLoops, state: StreamState, resource: Resource, now: number): Answer {
  const { epoch, generation, fault } = state;
  const stopped = fault?.kind === 'freeze' || fault?.kind === 'ended';
  const clock = stopped ? Math.min(now, fault.since) : now;
  if (resource.kind === 'multivariant') return send(200, PLAYLIST, multivariantPlaylist(loops));
  const loop = loops[resource.rendition];
  switch (resource.kind) {
    case 'playlist': {
      const whole = liveWindow(epoch, clock);
      const window = fault?.kind === 'empty' ? { ...whole, count: 0 } : whole;
      const ended = fault?.kind === 'ended';
      return send(200, PLAYLIST, mediaPlaylist({ epoch, generation, window, ended }));
    }
    case 'init':
      return resource.generation === generation ? send(200, VIDEO, initOf(loop, generation)) : notFound();
    case 'segment':
      if (resource.generation !== generation || !isAvailable(epoch, clock, resource.sequence))
        return notFound();
      return send(200, VIDEO, segmentAt(loop, resource.sequence));
    default:
      return assertNever(resource);
  }
}

/** Said of a name that leads to nothing. */
export function notFound(): Answer {
  return send(404, 'text/plain', 'no such stream\n');
}

function send(status: number, type: string, body: string | Uint8Array): Answer {
  return { kind: 'send', status, type, body };
}

function garbage(): Uint8Array {
  return new Uint8Array(20_000).fill(0x5a);
}
