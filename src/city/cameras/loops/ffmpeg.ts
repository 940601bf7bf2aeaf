import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LoopFormat, Rendition } from './format.ts';
import { diskFull, LoopError } from './loop-error.ts';

const run = promisify(execFile);

/** Makes sure that the encoder can do its work, before any drawing. Throws {@link LoopError}. */
export async function checkFfmpeg(ffmpeg: string): Promise<void> {
  const encoders = await run(ffmpeg, ['-hide_banner', '-encoders']).catch((error: unknown) => {
    throw new LoopError(
      'ffmpeg-missing',
      `ffmpeg can't be run as "${ffmpeg}": install it (apt install ffmpeg)`,
      {
        cause: error,
      },
    );
  });
  if (!/\blibx264\b/.test(encoders.stdout)) {
    throw new LoopError('no-libx264', `"${ffmpeg}" was built without libx264: install a full ffmpeg`);
  }
}

/** An encoder that takes raw RGB frames of the main size and writes both renditions. */
export interface Encoder {
  /** Resolves when the pixels may be drawn over again. */
  write(rgb: Uint8Array): Promise<void>;
  /** No more frames; resolves when both files are complete. Throws {@link LoopError}. */
  finish(): Promise<void>;
}

/** Starts ffmpeg; it ends by itself when its input does, and by `signal`. */
export function startEncoder(
  ffmpeg: string,
  folder: string,
  format: LoopFormat,
  signal: AbortSignal,
): Encoder {
  const child = spawn(ffmpeg, encoderArguments(folder, format), { signal, stdio: 'pipe' });
  const ended = endOf(child, folder, ffmpeg);
  // Whoever writes or finishes hears of it; alone it must not be an unhandled rejection.
  ended.catch(() => {});
  child.stdin.on('error', () => {});
  return {
    write: (rgb) =>
      new Promise((resolve, reject) => {
        child.stdin.write(rgb, (error) => (error ? ended.then(() => reject(error), reject) : resolve()));
      }),
    finish: () => {
      child.stdin.end();
      return ended;
    },
  };
}

function endOf(child: ChildProcessWithoutNullStreams, folder: string, ffmpeg: string): Promise<void> {
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  child.stdout.resume();
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      reject(new LoopError('failed', `"${ffmpeg}" stopped: ${error.message}`, { cause: error }));
    });
    child.once('close', (code) => {
      if (/no space left|disk quota/i.test(complaint)) reject(diskFull(folder));
      else if (code !== 0)
        reject(new LoopError('failed', `"${ffmpeg}" failed (${code}): ${complaint.trim()}`));
      else resolve();
    });
  });
}

function encoderArguments(folder: string, { main, sub }: LoopFormat): readonly string[] {
  const colour = 'out_color_matrix=bt709:out_range=tv,format=yuv420p';
  return [
    ...['-hide_banner', '-loglevel', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'rgb24'],
    ...['-s', `${main.width}x${main.height}`, '-r', `${main.framesPerSecond}`, '-i', 'pipe:0'],
    '-filter_complex',
    `[0:v]split=2[a][b];[a]scale=${colour}[main];` +
      `[b]fps=${sub.framesPerSecond},scale=${sub.width}:${sub.height}:flags=area:${colour}[sub]`,
    ...['-map', '[main]', ...outputArguments(main), join(folder, 'main.mp4')],
    ...['-map', '[sub]', ...outputArguments(sub), join(folder, 'sub.mp4')],
  ];
}

/** Closed groups of exactly one second, no B-frames, one fragment a group: any second can follow any other. */
function outputArguments({ framesPerSecond, bitRate, level }: Rendition): readonly string[] {
  const x264 = `keyint=${framesPerSecond}:min-keyint=${framesPerSecond}:scenecut=0:open-gop=0:bframes=0:rc-lookahead=8`;
  return [
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'main', '-level:v', level, '-threads', '1'],
    ...['-x264-params', `${x264}:aq-mode=3`],
    ...['-b:v', `${bitRate}k`, '-maxrate', `${bitRate}k`, '-bufsize', `${bitRate}k`],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ...['-video_track_timescale', '90000'],
    ...['-movflags', '+frag_keyframe+empty_moov+default_base_moof', '-f', 'mp4'],
  ];
}
