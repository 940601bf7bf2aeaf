import { expect, it } from 'vitest';
import { A, MINUTE, orderOf, START, taken } from '../../../../tests/support/lamp-order.ts';
import type { CommandId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/wire/time.ts';
import type { Track } from './model.ts';
import { Piles } from './piles.ts';
import { answered, begin, sent } from './track.ts';

/** Of one lamp, given one after another, each until so many minutes from now. */
function piled(...minutes: readonly number[]): (n: number) => readonly string[] {
  const tracks = new Map<CommandId, Track>();
  const piles = new Piles(tracks);
  for (const [n, until] of minutes.entries()) {
    const id = `${until} min` as CommandId;
    const [at, end] = [instant(START + n * 1_000), instant(START + until * MINUTE)];
    const track = sent(begin({ ...orderOf(1), id, at, until: end }, [[A, {}]]), [A], START);
    tracks.set(id, answered(track, id, [A], taken));
    piles.add(track);
  }
  return (n) => piles.besides([...tracks.values()][n]!).over.map(({ id }) => String(id));
}

it('an order says what it lies over, and what counts when it ends: nothing that will not', () => {
  const three = piled(30, 60, 10);
  expect([0, 1, 2].map(three)).toEqual([[], ['30 min'], ['60 min']]);
  expect(piled(60, 5, 10)(2)).toEqual(['5 min', '60 min']);
  expect(piled(60, 30, 10)(2)).toEqual(['30 min']);
});
