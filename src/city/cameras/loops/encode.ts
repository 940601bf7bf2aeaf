import { startEncoder } from './ffmpeg.ts';
import { createFilm } from './film.ts';
import type { LoopFormat, LoopSubject } from './format.ts';
import { sceneOf } from './places/index.ts';

/** One loop to be made: `main.mp4` and `sub.mp4` in an existing folder. */
export interface LoopJob {
  readonly ffmpeg: string;
  readonly folder: string;
  readonly subject: LoopSubject;
  readonly format: LoopFormat;
}

/**
 * Draws and encodes one loop. `onFrames` hears how many frames are done.
 * Throws LoopError when ffmpeg fails or the disk is full, or the signal's reason.
 */
export async function encodeLoop(
  job: LoopJob,
  signal: AbortSignal,
  onFrames: (done: number) => void,
): Promise<void> {
  const { subject, format, folder } = job;
  const { width, height, framesPerSecond } = format.main;
  const frames = format.seconds * framesPerSecond;
  const title = { number: subject.number, caption: `${subject.id} ${subject.name}`, frames, framesPerSecond };
  const film = createFilm(sceneOf(subject.place, subject.seed), title, width, height);
  const encoder = startEncoder(job.ffmpeg, folder, format, signal);
  for (let n = 0; n < frames; n++) {
    signal.throwIfAborted();
    await encoder.write(film(n).rgb);
    if ((n + 1) % framesPerSecond === 0) onFrames(n + 1);
  }
  await encoder.finish();
}
