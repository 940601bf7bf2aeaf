import { Aggregator } from '../../src/hub/lighting/aggregator.ts';
import type { FaultListener } from '../../src/hub/lighting/listeners.ts';
import { Dictionary } from '../../src/shared/lamp/dictionary.ts';
import { Streetlight } from '../../src/shared/lamp/streetlight.ts';

/** ms since the epoch */
export const NOW = Date.UTC(2026, 10, 24, 18);
export const SIZE = 8;
/** Seven lamps of one cabinet on two circuits, and a tombstone. */
export const dictionary = Dictionary.parse({
  v: 1,
  district: '01',
  name: 'Centre',
  dictVersion: 3,
  lamps: Array.from({ length: SIZE }, (_, i) =>
    i === 7
      ? null
      : { id: `L-${i}`, position: [5, 47], street: 'rue', cabinet: 'ARM-1', circuit: `C-${i % 2}` },
  ),
});
/** What a gateway says of a lamp now. */
export const light = (more: object = {}): Streetlight =>
  Streetlight.parse({
    id: 'L',
    type: 'Streetlight',
    powerState: 'on',
    illuminanceLevel: 0.6,
    observationDateTime: new Date(NOW).toISOString(),
    ...more,
  });
/** The district as a hub begins with it. */
export const make = (onFault?: FaultListener) => {
  const aggregator = new Aggregator([dictionary], 0xfeedbeef, onFault);
  aggregator.begin();
  return aggregator;
};
