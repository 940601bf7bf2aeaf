import type { CameraHealth } from '../../../shared/camera/model.ts';
import { millis } from '../../../shared/wire/time.ts';

/** What a gateway said of a camera is believed for so long; it says it anew every few seconds. */
const NEWS_MS = 90_000;

/** After so long without a picture of any camera their number needs its age beside it. */
const YOUNG_MS = 30_000;

/** How long ago the latest picture of all was told of, where that is worth a word. @returns ms */
export function pictureAge(healths: readonly (CameraHealth | undefined)[], now: number): number | undefined {
  const pictured = healths.flatMap((health) => (health?.lastPicture ? [millis(health.lastPicture)] : []));
  const age = pictured.length === 0 ? 0 : now - Math.max(...pictured);
  return age > YOUNG_MS ? age : undefined;
}

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
