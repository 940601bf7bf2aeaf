import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reconnectDelay } from './backoff.ts';

test('waits half a second to five seconds, a second at most at first, longer later', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.nat({ max: 5_000 }), random, (round, r) => {
      const delay = reconnectDelay(round, r);
      expect(delay).toBeGreaterThanOrEqual(500);
      expect(delay).toBeLessThanOrEqual(round === 0 ? 1_000 : 5_000);
      expect(reconnectDelay(round + 1, r)).toBeGreaterThanOrEqual(delay);
    }),
  );
});
