import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Loop, parseLoop } from '../mp4/loop.ts';
import { checkFfmpeg } from './ffmpeg.ts';
import { cityFormat, type LoopFormat, type LoopSubject, loopFolderName } from './format.ts';
import { encodeInWorker } from './in-worker.ts';
import { fileError, LoopError } from './loop-error.ts';

/** A camera's two loops, in memory, ready to be served. */
export interface CameraLoops {
  readonly id: string;
  readonly main: Loop;
  readonly sub: Loop;
}

/** Frames drawn so far, of all that this run has to draw. */
export interface LoopProgress {
  readonly done: number;
  readonly total: number;
}

export interface PrepareOptions {
  /** The cache: made when missing, kept between runs. */
  readonly folder: string;
  readonly cameras: readonly LoopSubject[];
  readonly format?: LoopFormat;
  /** Command or path; found on the PATH when left out. */
  readonly ffmpeg?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoopProgress) => void;
}

/**
 * Answers every camera's loops, drawing and encoding those the cache lacks, on all processors.
 * A run that dies leaves nothing that looks finished: a loop gets its name only when it is whole.
 * Throws {@link LoopError}, or the signal's reason.
 */
export async function prepareLoops(options: PrepareOptions): Promise<readonly CameraLoops[]> {
  const { folder, cameras, format = cityFormat, ffmpeg = 'ffmpeg', onProgress } = options;
  const failure = new AbortController();
  const signal = AbortSignal.any([failure.signal, ...(options.signal === undefined ? [] : [options.signal])]);
  signal.throwIfAborted();
  await mkdir(folder, { recursive: true }).catch((error: unknown) =>
    Promise.reject(fileError(error, folder)),
  );
  await removeAbandoned(folder);
  const missing = cameras.filter((camera) => !existsSync(join(folder, loopFolderName(camera, format))));
  if (missing.length > 0) await checkFfmpeg(ffmpeg);

  const total = missing.length * format.seconds * format.main.framesPerSecond;
  const drawn = new Map<string, number>();
  const queue = [...missing];
  const workThroughQueue = async () => {
    for (let camera = queue.shift(); camera !== undefined; camera = queue.shift()) {
      const { id } = camera;
      await makeLoop(folder, camera, format, ffmpeg, signal, (done) => {
        drawn.set(id, done);
        onProgress?.({ done: [...drawn.values()].reduce((sum, n) => sum + n, 0), total });
      });
    }
  };
  // The first failure stops the others, and all have stopped before the caller hears of it.
  const hands = Array.from({ length: Math.min(availableParallelism(), missing.length) }, () =>
    workThroughQueue().catch((error: unknown) => failure.abort(error)),
  );
  await Promise.all(hands);
  signal.throwIfAborted();
  return Promise.all(cameras.map((camera) => readLoops(folder, camera, format)));
}

async function makeLoop(
  folder: string,
  camera: LoopSubject,
  format: LoopFormat,
  ffmpeg: string,
  signal: AbortSignal,
  onFrames: (done: number) => void,
): Promise<void> {
  const name = loopFolderName(camera, format);
  const unfinished = join(folder, `${name}.${process.pid}.part`);
  try {
    await mkdir(unfinished, { recursive: true });
    await encodeInWorker({ ffmpeg, folder: unfinished, subject: camera, format }, signal, onFrames);
    for (const file of ['main.mp4', 'sub.mp4']) parse(await readFile(join(unfinished, file)), format, file);
    await rename(unfinished, join(folder, name)).catch((error: unknown) => {
      // Another process was faster with the same loop.
      if (!existsSync(join(folder, name))) throw error;
    });
  } catch (error) {
    throw error instanceof LoopError || signal.aborted ? error : fileError(error, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** A cached loop that can't be read is thrown away, so that the next start makes it anew. */
async function readLoops(folder: string, camera: LoopSubject, format: LoopFormat): Promise<CameraLoops> {
  const path = join(folder, loopFolderName(camera, format));
  try {
    const read = async (file: string) => parse(await readFile(join(path, file)), format, file);
    return { id: camera.id, main: await read('main.mp4'), sub: await read('sub.mp4') };
  } catch (error) {
    await rm(path, { recursive: true, force: true });
    const message = `the loop of ${camera.id} was damaged and has been removed: start again to draw it anew`;
    throw new LoopError('failed', message, { cause: error });
  }
}

function parse(bytes: Uint8Array, format: LoopFormat, file: string): Loop {
  const loop = parseLoop(bytes);
  if (loop.segments.length === format.seconds) return loop;
  throw new LoopError('failed', `${file} has ${loop.segments.length} s in place of ${format.seconds} s`);
}

/** Removes what killed runs left behind. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /\.(\d+)\.part$/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
