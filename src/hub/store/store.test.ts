import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FreshPlace, freshPlace } from '../../../tests/support/store-place.ts';
import { openStore } from './store.ts';

let at: FreshPlace;
beforeEach(async () => {
  at = await freshPlace();
});
afterEach(() => at.dispose());

describe('a unit of work', () => {
  it('gives sequences without a hole, also after one that failed', async () => {
    const store = await openStore(at.place, () => 'e-1');
    const take = (n: number, fail = false) =>
      store.write(async (unit) => {
        const seqs = Array.from({ length: n }, () => unit.nextSeq());
        if (fail) throw new Error('no');
        return seqs;
      });
    expect(await take(2)).toEqual([1, 2]);
    await expect(take(5, true)).rejects.toThrow('no');
    expect(await Promise.all([take(1), take(2), take(1)])).toEqual([[3], [4, 5], [6]]);
    expect(store.seq).toBe(6);
    await store.close();
  });

  it('counts by name, from 1', async () => {
    const store = await openStore(at.place, () => 'e-1');
    const counts = await store.write(async (unit) => [
      await unit.count('a'),
      await unit.count('a'),
      await unit.count('b'),
    ]);
    expect(counts).toEqual([1, 2, 1]);
    await store.close();
  });
});

it('a restored store gets a new epoch where it is told so, and keeps its sequence', async () => {
  const epochs = ['e-1', 'e-2', 'e-3'];
  const open = (restored: boolean) => openStore(at.place, () => epochs.shift()!, restored);
  const first = await open(true);
  await first.write(async (unit) => unit.nextSeq());
  await first.close();
  for (const [restored, epoch] of [
    [false, 'e-1'],
    [true, 'e-2'],
    [false, 'e-2'],
  ] as const) {
    const store = await open(restored);
    expect([store.epoch, store.seq]).toEqual([epoch, 1]);
    await store.close();
  }
});
