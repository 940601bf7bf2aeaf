import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CameraFarm, startCameraFarm } from '../farm/farm.ts';
import type { LoopFormat, LoopSubject } from './format.ts';
import { LoopError } from './loop-error.ts';
import { type CameraLoops, type LoopProgress, prepareLoops } from './prepare.ts';
import { readStrip } from './raster/strip.ts';

const run = promisify(execFile);

const TINY: LoopFormat = {
  seconds: 2,
  main: { width: 320, height: 180, framesPerSecond: 25, bitRate: 300, level: '3.1' },
  sub: { width: 160, height: 90, framesPerSecond: 12, bitRate: 100, level: '3.0' },
};
const CAMERA: LoopSubject = { id: 'LIB-03', number: 3, name: 'Liberté', place: 'park-edge', seed: 1 };
const MISSING = 'no-such-ffmpeg';

const folders: string[] = [];
async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-loops-'));
  folders.push(folder);
  return folder;
}
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A program in ffmpeg's place that knows libx264 and then does as told. */
async function fakeFfmpeg(folder: string, behaviour: string): Promise<string> {
  const path = join(folder, 'ffmpeg');
  await writeFile(
    path,
    `#!/bin/sh\ncase "$*" in *-encoders*) echo " V..... libx264";; *) ${behaviour};; esac\n`,
  );
  await chmod(path, 0o755);
  return path;
}

const reasonOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'none',
    (error: unknown) => (error instanceof LoopError ? error.reason : error),
  );

describe('a loop drawn and encoded by the real ffmpeg', () => {
  let folder: string;
  let loops: readonly CameraLoops[];
  let farm: CameraFarm;
  const progress: LoopProgress[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigie-loops-'));
    const onProgress = (step: LoopProgress) => void progress.push(step);
    loops = await prepareLoops({ folder, cameras: [CAMERA], format: TINY, onProgress });
    farm = await startCameraFarm({ host: '127.0.0.1', port: 0, loops });
  }, 20_000);
  afterAll(async () => {
    await farm.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is told of while it is made, and found in the cache afterwards without ffmpeg', async () => {
    expect(progress).toEqual([
      { done: 25, total: 50 },
      { done: 50, total: 50 },
    ]);
    expect(await prepareLoops({ folder, cameras: [CAMERA], format: TINY, ffmpeg: MISSING })).toEqual(loops);
    const other = { ...CAMERA, seed: 2 };
    const attempt = prepareLoops({ folder, cameras: [other], format: TINY, ffmpeg: MISSING });
    expect(await reasonOf(attempt)).toBe('ffmpeg-missing');
  });

  it('is what its playlist says', async () => {
    const url = `${farm.origin}/LIB-03/index.m3u8`;
    const entries = 'stream=codec_name,profile,level,width,height,avg_frame_rate,has_b_frames';
    const { stdout } = await run('ffprobe', ['-v', 'error', '-show_entries', entries, '-of', 'json', url]);
    const { streams } = JSON.parse(stdout) as { streams: Record<string, unknown>[] };
    expect(streams).toMatchObject([
      { codec_name: 'h264', profile: 'Main', level: 30, width: 160, height: 90, has_b_frames: 0 },
      { codec_name: 'h264', profile: 'Main', level: 31, width: 320, height: 180, has_b_frames: 0 },
    ]);
    expect(await (await fetch(url)).text()).toMatch(/avc1\.4D401E.*avc1\.4D401F/s);
  });

  it('plays on over its end: every frame once, in order, of this camera', async () => {
    const url = `${farm.origin}/LIB-03/main/index.m3u8`;
    const { stdout } = await run(
      'ffmpeg',
      [
        ...['-v', 'error', '-live_start_index', '0', '-i', url, '-t', '3'],
        ...['-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'gray', 'pipe:1'],
      ],
      { encoding: 'buffer', maxBuffer: 50_000_000 },
    );
    const size = 320 * 180;
    const frames = Array.from({ length: stdout.length / size }, (_, i) =>
      readStrip((x, y) => stdout[i * size + Math.floor(y * 180) * 320 + Math.floor(x * 320)]!),
    );
    expect(frames).toHaveLength(75);
    const first = frames[0]!.frame;
    expect(frames).toEqual(frames.map((_, i) => ({ camera: 3, frame: (first + i) % 50 })));
  });

  it('has timestamps that never jump', async () => {
    const url = `${farm.origin}/LIB-03/sub/index.m3u8`;
    const { stdout } = await run('ffprobe', [
      ...['-v', 'error', '-live_start_index', '0', '-read_intervals', '%+#48', '-show_entries', 'packet=pts'],
      ...['-of', 'csv=p=0', url],
    ]);
    const times = stdout.match(/\d+/g)!.map(Number);
    expect(times.length).toBeGreaterThanOrEqual(48);
    expect(new Set(times.slice(1).map((time, i) => time - times[i]!))).toEqual(new Set([7500]));
  });
});

describe('prepareLoops', () => {
  it('says when ffmpeg has no libx264', async () => {
    const folder = await temporaryFolder();
    const attempt = prepareLoops({ folder, cameras: [CAMERA], format: TINY, ffmpeg: 'true' });
    expect(await reasonOf(attempt)).toBe('no-libx264');
  });

  it.each([
    ['disk-full', 'cat >/dev/null; echo "main.mp4: No space left on device" >&2; exit 1'],
    ['failed', 'exit 3'],
    ['failed', 'cat >/dev/null'],
  ])('says %s and leaves nothing behind when ffmpeg does "%s"', async (reason, behaviour) => {
    const folder = await temporaryFolder();
    const ffmpeg = await fakeFfmpeg(await temporaryFolder(), behaviour);
    expect(await reasonOf(prepareLoops({ folder, cameras: [CAMERA], format: TINY, ffmpeg }))).toBe(reason);
    expect(await readdir(folder)).toEqual([]);
  });

  it('says when the cache is no folder', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    expect(await reasonOf(prepareLoops({ folder: file, cameras: [CAMERA], format: TINY }))).toBe(
      'not-writable',
    );
  });

  it('stops when told to, leaving nothing behind', async () => {
    const folder = await temporaryFolder();
    const stop = new AbortController();
    const options = { folder, cameras: [CAMERA], format: { ...TINY, seconds: 30 }, signal: stop.signal };
    const attempt = prepareLoops({ ...options, onProgress: () => stop.abort(new Error('enough')) });
    await expect(attempt).rejects.toThrow('enough');
    expect(await readdir(folder)).toEqual([]);
  });

  it('clears away what a killed run left, and only that', async () => {
    const folder = await temporaryFolder();
    // Process ids end well below this number on every system.
    for (const name of ['LIB-03-0.999999999.part', `LIB-03-0.${process.pid}.part`])
      await mkdir(join(folder, name));
    await prepareLoops({ folder, cameras: [] });
    expect(await readdir(folder)).toEqual([`LIB-03-0.${process.pid}.part`]);
  });
});
