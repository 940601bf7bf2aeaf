import { expect, it } from 'vitest';
import type { LampKey } from '../../../shared/lamp/selection.ts';
import { createSelectionStore } from './store.ts';

const keys = (...n: number[]) => n as unknown as readonly LampKey[];
const of = (store: ReturnType<typeof createSelectionStore>) => [...store.getState().now.lamps];

it('adds to what is selected until that is cleared: who begins anew begins with nothing', () => {
  const store = createSelectionStore();
  const { choose, clear, setAdding } = store.getState();
  choose(keys(1), { kind: 'lasso' }, false);
  setAdding(true);
  choose(keys(2), { kind: 'lasso' }, false);
  expect(of(store)).toEqual([1, 2]);
  clear();
  choose(keys(3), { kind: 'lasso' }, false);
  choose(keys(4), { kind: 'lasso' }, false);
  expect(of(store)).toEqual([4]);
});

it('begins an order with what was wished for these lamps, and with nothing for the next ones', () => {
  const store = createSelectionStore();
  const { choose, relight } = store.getState();
  const wish = { level: 100, minutes: 30, ticket: undefined };
  choose(keys(1), { kind: 'lasso' }, false);
  const { round } = store.getState();
  relight(keys(2, 3), 'rue Monge', wish);
  expect(of(store)).toEqual([2, 3]);
  expect(store.getState()).toMatchObject({ wish, round: round + 1 });
  choose(keys(4), { kind: 'lasso' }, false);
  expect(store.getState().wish).toBeUndefined();
});
