import { describe, expect, it } from 'vitest';
import { lampsOf } from '../../../tests/support/frame-lamps.ts';
import { dictionary, light, make, NOW, SIZE } from '../../../tests/support/one-district.ts';
import { Dictionary } from '../../shared/lamp/dictionary.ts';
import { readFrame } from '../../shared/lamp/frame.ts';
import { LampState } from '../../shared/lamp/state.ts';

describe('another inventory', () => {
  const next = Dictionary.parse({
    ...dictionary,
    dictVersion: 4,
    lamps: [
      ...dictionary.lamps.map((lamp, i) => (i === 2 ? null : lamp && { ...lamp, position: [5.1, 47] })),
      { id: 'L-new', position: [5, 47], street: 'rue', cabinet: 'ARM-2' },
    ],
  });

  it('keeps how lamps are, tells its district whole, and goes on in the one sequence of frames', () => {
    const aggregator = make();
    for (const id of ['L-1', 'L-2']) aggregator.state(id, light(), NOW);
    aggregator.presence('L-1', true, NOW);
    const [before] = aggregator.tick(NOW);
    aggregator.refit([next]);
    const [after] = aggregator.tick(NOW);
    expect(readFrame(after!.bytes)).toMatchObject({
      full: true,
      dictVersion: 4,
      streamId: 0xfeedbeef,
      frameSeq: readFrame(before!.bytes).frameSeq + 1,
      count: SIZE + 1,
    });
    const lamps = lampsOf(after!.bytes);
    expect(lamps[1]).toMatchObject({ state: LampState.on, level: 60 });
    for (const gone of [2, 8]) expect(lamps[gone]).toMatchObject({ state: LampState.neverSeen });
    // Who is present is in the next delta again, as after every whole frame.
    expect(lampsOf(aggregator.tick(NOW)[0]!.bytes)).toMatchObject([
      { index: 1, state: LampState.on | LampState.presence },
    ]);
    expect(aggregator.lamps).toBe(7);
    expect([aggregator.state('L-2', light(), NOW), aggregator.state('L-new', light(), NOW)]).toEqual([
      'unknown-lamp',
      'ok',
    ]);
  });

  it('of the same district changes nothing, and of none lets it go', () => {
    const aggregator = make();
    aggregator.tick(NOW);
    aggregator.refit([dictionary]);
    expect(aggregator.tick(NOW)).toEqual([]);
    aggregator.refit([]);
    expect([aggregator.lamps, aggregator.tick(NOW)]).toEqual([0, []]);
  });
});
