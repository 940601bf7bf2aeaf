import type { CameraHealth } from '../../../shared/camera/model.ts';
import { millis } from '../../../shared/wire/time.ts';

/** What a gateway said of a camera is believed for so long; it says it anew every few seconds. */
const NEWS_MS = 90_000;

/**
 * Whether a camera films, or nobody knows. A retained word stays when its gateway dies: it counts while pictures are
 * young, and while the hub is heard.
 * @param now ms since the epoch
 */
export function filming(
  health: CameraHealth | undefined,
  lost: boolean,
  now: number,
): 'up' | 'lost' | 'stale' {
  const pictured = health?.lastPicture;
  const old = pictured !== undefined && now - millis(pictured) > NEWS_MS;
  if (lost || health === undefined || (health.up && old)) return 'stale';
  return health.up ? 'up' : 'lost';
}
