import { type Box, findBox, Mp4Error, readBoxes, viewOf } from './boxes.ts';
import { readTrack, type Track } from './track.ts';

/** One second of a loop: a fragment (moof and mdat) and where its two numbers stand in it. */
export interface LoopSegment {
  readonly bytes: Uint8Array;
  /** Offset of mfhd's 32-bit sequence number. */
  readonly sequenceAt: number;
  /** Offset of tfdt's 64-bit decode time. */
  readonly decodeTimeAt: number;
  readonly frames: number;
}

/** An encoded loop of whole seconds, ready to be repeated without end. */
export interface Loop extends Track {
  /** ftyp and moov. */
  readonly init: Uint8Array;
  readonly segments: readonly LoopSegment[];
}

/**
 * Takes apart a fragmented MP4 of one video track whose fragments last exactly one second each and follow
 * one another without a gap. Throws {@link Mp4Error} on anything else: served, it would stutter for ever.
 */
export function parseLoop(bytes: Uint8Array): Loop {
  const boxes = readBoxes(bytes);
  const moov = boxes.find((box) => box.type === 'moov');
  if (moov === undefined) throw new Mp4Error('no moov box');
  const track = readTrack(bytes, moov);
  const segments: LoopSegment[] = [];
  boxes.forEach((moof, i) => {
    if (moof.type !== 'moof') return;
    const mdat = boxes[i + 1];
    if (mdat?.type !== 'mdat') throw new Mp4Error(`no mdat box after moof at ${moof.start}`);
    segments.push(readSegment(bytes, moof, mdat, track, segments.length));
  });
  if (segments.length === 0) throw new Mp4Error('no fragments');
  return { ...track, init: bytes.slice(0, moov.end), segments };
}

function readSegment(bytes: Uint8Array, moof: Box, mdat: Box, track: Track, index: number): LoopSegment {
  const view = viewOf(bytes);
  const mfhd = findBox(bytes, 'mfhd', moof);
  const traf = findBox(bytes, 'traf', moof);
  const tfdt = findBox(bytes, 'tfdt', traf);
  requireRoom(mfhd, 8);
  requireRoom(tfdt, 4);
  if (view.getUint8(tfdt.body) !== 1)
    throw new Mp4Error(`tfdt at ${tfdt.start} is not of version 1 (64 bit)`);
  requireRoom(tfdt, 12);
  const decodeTime = Number(view.getBigUint64(tfdt.body + 4));
  if (decodeTime !== index * track.timescale) {
    throw new Mp4Error(`fragment ${index} begins at ${decodeTime} in place of ${index * track.timescale}`);
  }
  const { frames, duration } = readRun(bytes, traf);
  if (duration !== track.timescale) {
    throw new Mp4Error(`fragment ${index} lasts ${duration} in place of ${track.timescale}`);
  }
  return {
    bytes: bytes.slice(moof.start, mdat.end),
    sequenceAt: mfhd.body + 4 - moof.start,
    decodeTimeAt: tfdt.body + 4 - moof.start,
    frames,
  };
}

/** Counts frames and adds up their durations (§8.8.7 tfhd, §8.8.8 trun). */
function readRun(bytes: Uint8Array, traf: Box): { frames: number; duration: number } {
  const view = viewOf(bytes);
  const tfhd = findBox(bytes, 'tfhd', traf);
  const trun = findBox(bytes, 'trun', traf);
  requireRoom(tfhd, 8);
  requireRoom(trun, 8);
  const headFlags = view.getUint32(tfhd.body) & 0xffffff;
  const durationAt = tfhd.body + 8 + (headFlags & 0x1 ? 8 : 0) + (headFlags & 0x2 ? 4 : 0);
  requireRoom(tfhd, durationAt + 4 - tfhd.body, (headFlags & 0x8) !== 0);
  const usual = headFlags & 0x8 ? view.getUint32(durationAt) : 0;
  const flags = view.getUint32(trun.body) & 0xffffff;
  const frames = view.getUint32(trun.body + 4);
  if ((flags & 0x100) === 0) return { frames, duration: frames * usual };
  const first = trun.body + 8 + (flags & 0x1 ? 4 : 0) + (flags & 0x4 ? 4 : 0);
  const stride = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length;
  requireRoom(trun, first + frames * stride - trun.body);
  let duration = 0;
  for (let i = 0; i < frames; i++) duration += view.getUint32(first + i * stride);
  return { frames, duration };
}

function requireRoom(box: Box, length: number, needed = true): void {
  if (needed && box.body + length > box.end)
    throw new Mp4Error(`${box.type} box at ${box.start} is too short`);
}
