import { expect, test } from 'vitest';
import { compassOf } from './compass.ts';

test.each([
  [0, 'n'],
  [22.4, 'n'],
  [22.6, 'ne'],
  [90, 'e'],
  [180, 's'],
  [225, 'sw'],
  [337.6, 'n'],
  [360, 'n'],
  [-45, 'nw'],
])('%f° is %s', (bearing, point) => expect(compassOf(bearing)).toBe(point));
