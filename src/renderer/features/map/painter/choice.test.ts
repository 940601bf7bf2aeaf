import { expect, test, vi } from 'vitest';
import { choosePainter } from './choice.ts';

const renderer = 'ANGLE (Intel, Mesa Intel(R) UHD Graphics 730)';

test('a card draws where there is one', () =>
  expect(choosePainter('auto', () => ({ kind: 'card', renderer }))).toEqual({
    painter: 'webgl',
    why: 'card',
    renderer,
  }));

test.each(['software', 'small-points'] as const)('no card: %s', (kind) =>
  expect(choosePainter('auto', () => ({ kind, renderer }))).toEqual({
    painter: 'splat',
    why: kind,
    renderer,
  }),
);

test('who asks for one gets it, if it can be had at all', () => {
  const probe = vi.fn(() => ({ kind: 'software', renderer }) as const);
  expect(choosePainter('splat', probe)).toEqual({ painter: 'splat', why: 'chosen' });
  expect(probe).not.toHaveBeenCalled();
  expect(choosePainter('webgl', probe)).toEqual({ painter: 'webgl', why: 'chosen', renderer });
  expect(choosePainter('webgl', () => ({ kind: 'none' }))).toEqual({ painter: 'splat', why: 'none' });
});
