import type { Loop } from '../mp4/loop.ts';
import { type LiveWindow, startOf } from './clock.ts';
import { initName, type RenditionName, segmentName } from './resource.ts';

/** HLS playlists (RFC 8216), version 7: fragmented MP4, each segment one second and decodable by itself. */

/** The list of a camera's renditions, the small one first: players begin with the first. */
export function multivariantPlaylist(loops: Readonly<Record<RenditionName, Loop>>): string {
  const variants = (['sub', 'main'] as const).flatMap((name) => {
    const loop = loops[name];
    const { peak, average } = bitRates(loop);
    const frameRate = loop.segments[0]!.frames.toFixed(3);
    return [
      `#EXT-X-STREAM-INF:BANDWIDTH=${peak},AVERAGE-BANDWIDTH=${average},CODECS="${loop.codec}",` +
        `RESOLUTION=${loop.width}x${loop.height},FRAME-RATE=${frameRate}`,
      `${name}/index.m3u8`,
    ];
  });
  return lines(['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', ...variants]);
}

/** A live playlist: a window of whole seconds, each with the time of day it was seen at. */
export function mediaPlaylist(options: {
  readonly epoch: number;
  readonly generation: number;
  readonly window: LiveWindow;
  readonly ended: boolean;
}): string {
  const { epoch, generation, window, ended } = options;
  const segments = Array.from({ length: window.count }, (_, i) => window.first + i).flatMap((sequence) => [
    `#EXT-X-PROGRAM-DATE-TIME:${new Date(startOf(epoch, sequence)).toISOString()}`,
    '#EXTINF:1.000,',
    segmentName(generation, sequence),
  ]);
  return lines([
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-TARGETDURATION:1',
    `#EXT-X-MEDIA-SEQUENCE:${window.first}`,
    '#EXT-X-INDEPENDENT-SEGMENTS',
    `#EXT-X-MAP:URI="${initName(generation)}"`,
    ...segments,
    ...(ended ? ['#EXT-X-ENDLIST'] : []),
  ]);
}

/** bit/s of the heaviest second and of the whole loop. */
export function bitRates(loop: Loop): { readonly peak: number; readonly average: number } {
  const sizes = loop.segments.map((segment) => segment.bytes.length * 8);
  return {
    peak: Math.max(...sizes),
    average: Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length),
  };
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
