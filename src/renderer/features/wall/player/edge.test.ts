import { describe, expect, it } from 'vitest';
import { advance, type Edge, type PlaylistFacts, stepOf } from './edge.ts';

const playlist = (endSN: number, more: Partial<PlaylistFacts> = {}): PlaylistFacts => ({
  live: true,
  level: 0,
  endSN,
  lastPDT: 1_000_000 + endSN * 1_000,
  targetMs: 1_000,
  ...more,
});
const seen = (...playlists: PlaylistFacts[]) =>
  playlists.reduce<Edge | undefined>((edge, facts, at) => advance(edge, facts, at), undefined);

describe('edge', () => {
  it('proves nothing by being seen once', () => {
    expect(seen(playlist(7))).toMatchObject({ proven: false, movedAt: 0 });
  });

  it('is proven by moving forward', () => {
    expect(seen(playlist(7), playlist(7), playlist(8))).toMatchObject({ proven: true, movedAt: 2 });
  });

  it('goes back when numbers or dates do', () => {
    const edge = seen(playlist(7), playlist(8));
    expect(stepOf(edge, playlist(3))).toBe('back');
    expect(stepOf(edge, playlist(9, { lastPDT: 900_000 }))).toBe('back');
    expect(advance(edge, playlist(3), 9)).toMatchObject({ endSN: 3, proven: false, movedAt: 9 });
  });

  it('forgives a gateway that corrects its dates a little', () => {
    const edge = seen(playlist(7), playlist(8));
    expect(stepOf(edge, playlist(8, { lastPDT: 1_007_400 }))).toBe('still');
  });

  it('works without dates', () => {
    const edge = seen(playlist(7, { lastPDT: undefined }), playlist(8, { lastPDT: undefined }));
    expect(edge).toMatchObject({ endSN: 8, proven: true });
  });

  it('takes neither life nor restart from a change of level', () => {
    const sub = playlist(100);
    const main = playlist(3, { level: 1 });
    expect(seen(sub, main, sub, main)).toMatchObject({ proven: false, movedAt: 0 });
  });
});
