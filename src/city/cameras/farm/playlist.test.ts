import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLoop } from '../mp4/loop.ts';
import { sampleLoop } from '../mp4/sample-loop.ts';
import { isAvailable, liveWindow, WINDOW } from './clock.ts';
import { mediaPlaylist, multivariantPlaylist } from './playlist.ts';

const EPOCH = Date.UTC(2026, 0, 1);

function playlistAt(now: number, generation = 0): string {
  return mediaPlaylist({ epoch: EPOCH, generation, window: liveWindow(EPOCH, now), ended: false });
}

/** What a player takes from a playlist: name → time of day. */
function read(playlist: string) {
  const lines = playlist.trim().split('\n');
  const segments = lines.flatMap((line, i) => {
    if (!line.endsWith('.m4s')) return [];
    const time = lines[i - 2]!.replace('#EXT-X-PROGRAM-DATE-TIME:', '');
    return [{ name: line, start: Date.parse(time) }];
  });
  const sequence = Number(/#EXT-X-MEDIA-SEQUENCE:(\d+)/.exec(playlist)?.[1]);
  return { sequence, segments };
}

describe('mediaPlaylist', () => {
  it('is what players expect', () => {
    expect(playlistAt(EPOCH + 8_500, 3)).toBe(
      [
        '#EXTM3U',
        '#EXT-X-VERSION:7',
        '#EXT-X-TARGETDURATION:1',
        '#EXT-X-MEDIA-SEQUENCE:2',
        '#EXT-X-INDEPENDENT-SEGMENTS',
        '#EXT-X-MAP:URI="init-3.mp4"',
        ...[2, 3, 4, 5, 6, 7].flatMap((n) => [
          `#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:0${n}.000Z`,
          '#EXTINF:1.000,',
          `s3-${n}.m4s`,
        ]),
        '',
      ].join('\n'),
    );
  });

  it('moves on with the clock: each second keeps its name and time, none is skipped, all can be fetched', () => {
    fc.assert(
      fc.property(fc.nat(40_000_000_000), fc.nat(WINDOW * 1000), (elapsed, later) => {
        const [a, b] = [EPOCH + elapsed, EPOCH + elapsed + later].map((now) => read(playlistAt(now)));
        expect(b!.sequence).toBeGreaterThanOrEqual(a!.sequence);
        const start = new Map(a!.segments.map((segment) => [segment.name, segment.start]));
        for (const [i, { name, start: time }] of b!.segments.entries()) {
          expect(name).toBe(`s0-${b!.sequence + i}.m4s`);
          expect(time).toBe(start.get(name) ?? time);
          expect(time).toBe(b!.segments[0]!.start + i * 1000);
          expect(time + 1000).toBeLessThanOrEqual(EPOCH + elapsed + later);
          expect(isAvailable(EPOCH, EPOCH + elapsed + later, b!.sequence + i)).toBe(true);
        }
        const last = a!.sequence + a!.segments.length;
        expect(b!.sequence, 'a gap between two refreshes').toBeLessThanOrEqual(last);
      }),
    );
  });

  it('is empty before its epoch and never offers what is not over', () => {
    expect(read(playlistAt(EPOCH - 5_000))).toEqual({ sequence: 0, segments: [] });
    expect(read(playlistAt(EPOCH + 999)).segments).toEqual([]);
    expect(isAvailable(EPOCH, EPOCH + 8_500, 8)).toBe(false);
    expect(isAvailable(EPOCH, EPOCH + 100_000, 5)).toBe(false);
  });
});

describe('multivariantPlaylist', () => {
  it('describes both renditions, the small one first', () => {
    const loop = parseLoop(sampleLoop({ seconds: 2, timescale: 90_000, framesPerSecond: 12 }));
    const main = { ...loop, width: 1280, height: 720, codec: 'avc1.4D401F' };
    expect(multivariantPlaylist({ main, sub: loop })).toMatchInlineSnapshot(`
      "#EXTM3U
      #EXT-X-VERSION:7
      #EXT-X-INDEPENDENT-SEGMENTS
      #EXT-X-STREAM-INF:BANDWIDTH=800,AVERAGE-BANDWIDTH=800,CODECS="avc1.4D401E",RESOLUTION=640x360,FRAME-RATE=12.000
      sub/index.m3u8
      #EXT-X-STREAM-INF:BANDWIDTH=800,AVERAGE-BANDWIDTH=800,CODECS="avc1.4D401F",RESOLUTION=1280x720,FRAME-RATE=12.000
      main/index.m3u8
      "
    `);
  });
});
