/**
 * When the picture of a video frame was taken, ms since the epoch. Only inside `requestVideoFrameCallback`:
 * there `playingDate` (PROGRAM-DATE-TIME at `currentTime`) is corrected by the frame's own media time, exact to
 * a millisecond in 530 of 540 samples; without the correction it is a frame off.
 * @param mediaTime and currentTime in seconds
 */
export function pictureTime(
  playingDate: Date | null,
  mediaTime: number,
  currentTime: number,
): number | undefined {
  if (!playingDate) return undefined;
  return playingDate.getTime() + (mediaTime - currentTime) * 1_000;
}

/** The gateway's clock may run ahead of the seat's by this much before it is not believed. */
const CLOCK_SKEW_MS = 1_000;
/** A tile is late when it is this far beyond what its transport explains. */
const LATE_MS = 2_000;

export interface Latency {
  /** ms */
  readonly latency: number;
  readonly late: boolean;
}

/**
 * How late a picture is. Its date tells the whole way from the camera; without a date, or with one from the
 * future, the distance to the live edge is what remains, and is less than the truth.
 * @param edgeDistance and target as hls.js gives them, s
 */
export function latencyOf(
  wallNow: number,
  picture: number | undefined,
  edgeDistance: number,
  target: number | null,
): Latency {
  const age = picture === undefined ? Number.NEGATIVE_INFINITY : wallNow - picture;
  const latency = age < -CLOCK_SKEW_MS ? edgeDistance * 1_000 : Math.max(0, age);
  return { latency, late: target !== null && latency > target * 1_000 + LATE_MS };
}
