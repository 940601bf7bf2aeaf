import { type Box, findBox, Mp4Error, readBoxes, viewOf } from './boxes.ts';

/** What a playlist says of a video track. */
export interface Track {
  /** Ticks per second. */
  readonly timescale: number;
  readonly width: number;
  readonly height: number;
  /** RFC 6381, such as `avc1.4D401F`. */
  readonly codec: string;
}

/** Size of a visual sample entry before its own boxes (ISO/IEC 14496-12 §12.1.3). */
const ENTRY_FIELDS = 78;

/** Reads the first track's description. Throws {@link Mp4Error} unless it is H.264 video. */
export function readTrack(bytes: Uint8Array, moov: Box): Track {
  const view = viewOf(bytes);
  const mdia = findBox(bytes, 'trak/mdia', moov);
  const mdhd = findBox(bytes, 'mdhd', mdia);
  if (mdhd.body >= mdhd.end) throw new Mp4Error(`mdhd box at ${mdhd.start} is empty`);
  const timescaleAt = mdhd.body + (view.getUint8(mdhd.body) === 1 ? 20 : 12);
  if (timescaleAt + 4 > mdhd.end) throw new Mp4Error(`mdhd box at ${mdhd.start} is too short`);
  const timescale = view.getUint32(timescaleAt);
  if (timescale === 0) throw new Mp4Error(`mdhd box at ${mdhd.start} has no timescale`);
  const stsd = findBox(bytes, 'minf/stbl/stsd', mdia);
  const entry = readBoxes(bytes, stsd.body + 8, stsd.end)[0];
  if (entry?.type !== 'avc1' || entry.body + ENTRY_FIELDS > entry.end)
    throw new Mp4Error('not H.264 video (avc1)');
  const avcC = findBox(bytes, 'avcC', { body: entry.body + ENTRY_FIELDS, end: entry.end });
  if (avcC.body + 4 > avcC.end) throw new Mp4Error(`avcC box at ${avcC.start} is too short`);
  // Profile, its constraints and level, as the decoder will read them.
  const profile = [1, 2, 3].map((i) =>
    view
      .getUint8(avcC.body + i)
      .toString(16)
      .padStart(2, '0'),
  );
  return {
    timescale,
    width: view.getUint16(entry.body + 24),
    height: view.getUint16(entry.body + 26),
    codec: `avc1.${profile.join('').toUpperCase()}`,
  };
}
