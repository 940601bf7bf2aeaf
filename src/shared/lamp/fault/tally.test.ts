import { expect, it } from 'vitest';
import { LampFault } from '../state.ts';
import { faultTally } from './tally.ts';

it('tells faults by kind, the most first, and where they are fed from', () => {
  const { silent, darkAtNight } = LampFault;
  const tally = faultTally([
    { faults: 0, cabinet: 'A' },
    { faults: darkAtNight, cabinet: 'A' },
    { faults: silent, cabinet: 'A' },
    { faults: silent, cabinet: 'B' },
    { faults: silent | darkAtNight, cabinet: 'B' },
    { faults: silent, cabinet: '' },
  ]);
  expect(tally).toEqual([
    {
      name: 'silent',
      lamps: 4,
      cabinets: [
        ['B', 2],
        ['A', 1],
      ],
    },
    {
      name: 'darkAtNight',
      lamps: 2,
      cabinets: [
        ['A', 1],
        ['B', 1],
      ],
    },
  ]);
});
