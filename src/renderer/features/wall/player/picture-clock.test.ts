import { describe, expect, it } from 'vitest';
import { latencyOf, pictureTime } from './picture-clock.ts';

const TAKEN = Date.UTC(2026, 10, 24, 2, 7, 42, 100);

describe('pictureTime', () => {
  it('moves the date of the playhead to the frame that is shown', () => {
    expect(pictureTime(new Date(TAKEN), 12.46, 12.5)).toBeCloseTo(TAKEN - 40, 3);
  });
  it('is unknown where the gateway dates nothing', () => {
    expect(pictureTime(null, 1, 1)).toBeUndefined();
  });
});

describe('latencyOf', () => {
  it('is the age of the picture', () => {
    expect(latencyOf(TAKEN + 2_600, TAKEN, 2.1, 2)).toEqual({ latency: 2_600, late: false });
  });
  it('is late 2 s beyond the target of its transport', () => {
    expect(latencyOf(TAKEN + 4_100, TAKEN, 2.1, 2).late).toBe(true);
    expect(latencyOf(TAKEN + 4_100, TAKEN, 2.1, 12).late).toBe(false);
  });
  it('falls back on the distance to the edge without a date, or with one from the future', () => {
    expect(latencyOf(TAKEN, undefined, 2.5, 2).latency).toBe(2_500);
    expect(latencyOf(TAKEN, TAKEN + 60_000, 2.5, 2).latency).toBe(2_500);
  });
  it('shows no negative age for a clock that runs a little ahead', () => {
    expect(latencyOf(TAKEN, TAKEN + 300, 2.5, 2).latency).toBe(0);
  });
});
