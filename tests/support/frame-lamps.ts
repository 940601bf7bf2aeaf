import type { FrameLamp } from '../../src/shared/lamp/frame.ts';

/** What a frame says, a lamp each: read from the page of the contract (docs/contract/district-frame.md), not by our reader. */
export function lampsOf(bytes: Uint8Array): FrameLamp[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: (bytes.byteLength - 24) / 8 }, (_, n) => ({
    index: view.getUint16(24 + 8 * n, true),
    state: view.getUint8(26 + 8 * n),
    level: view.getUint8(27 + 8 * n),
    age: view.getUint16(28 + 8 * n, true),
    faults: view.getUint16(30 + 8 * n, true),
  }));
}
