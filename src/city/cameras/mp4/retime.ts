import { viewOf } from './boxes.ts';
import type { Loop } from './loop.ts';

/**
 * Second `sequence` of the endless stream: the loop's segment whose turn it is, with its fragment number
 * and decode time moved to where the stream has got to, so that nothing jumps where the loop begins again.
 */
export function segmentAt(loop: Loop, sequence: number): Uint8Array {
  const segment = loop.segments[sequence % loop.segments.length]!;
  const bytes = segment.bytes.slice();
  const view = viewOf(bytes);
  view.setUint32(segment.sequenceAt, (sequence + 1) % 2 ** 32);
  view.setBigUint64(segment.decodeTimeAt, BigInt(sequence) * BigInt(loop.timescale));
  return bytes;
}

/** The init segment of a generation: a restarted camera sends other bytes (ISO/IEC 14496-12 §8.1.2, free box). */
export function initOf(loop: Loop, generation: number): Uint8Array {
  const bytes = new Uint8Array(loop.init.length + 12);
  bytes.set(loop.init);
  const view = viewOf(bytes);
  view.setUint32(loop.init.length, 12);
  bytes.set(new TextEncoder().encode('free'), loop.init.length + 4);
  view.setUint32(loop.init.length + 8, generation);
  return bytes;
}
