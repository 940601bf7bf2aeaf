import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CabinetId } from '../../ids.ts';
import { DictionaryLamp } from '../dictionary.ts';
import { LampFault } from '../state.ts';
import { causesOf, type FaultyLamp } from './causes.ts';

const FED = { cabinet: () => 20, circuit: () => 10 };
const faulty = (
  n: number,
  faults: number,
  more: Partial<DictionaryLamp> & Pick<FaultyLamp, 'power'> = {},
) => {
  const { power, ...lamp } = more;
  return {
    lamp: DictionaryLamp.parse({
      id: `L-${n}`,
      position: [5, 47],
      street: 'Rue A',
      cabinet: 'ARM-1',
      circuit: 'C-1',
      ...lamp,
    }),
    faults,
    power,
    since: n,
  };
};
const row = (count: number, faults: number, of: (n: number) => Partial<DictionaryLamp> = () => ({})) =>
  Array.from({ length: count }, (_, n) => faulty(n, faults, of(n)));
const said = (lamps: readonly FaultyLamp[]) =>
  causesOf(lamps, FED).map(({ cause, lamps: { length } }) => `${cause} ${length}`);
const streets = (n: number) => ({ street: `Rue ${n % 3}` });
const { darkAtNight, burningByDay, silent, circuit, cabinet, defectiveLamp, powerOutOfBand } = LampFault;

describe('the likely cause', () => {
  it.each<[string, readonly FaultyLamp[], readonly string[]]>([
    ['12 burning in 3 streets, one cabinet: its clock', row(12, burningByDay, streets), ['clock 12']],
    ['6 burning of the 10 of a circuit: its contactor', row(6, burningByDay, streets), ['contactor 6']],
    ['one burning: its own control', row(1, burningByDay), ['control 1']],
    ['10 dark of the 20 of a cabinet: the cabinet', row(10, darkAtNight, streets), ['cabinetDark 10']],
    ['6 dark of the 10 of a circuit: the circuit', row(6, darkAtNight, streets), ['circuitDark 6']],
    ['3 dark in a street: the cable between them', row(3, darkAtNight), ['cable 3']],
    ['3 that say they are broken are fed: each its own', row(3, defectiveLamp), ['light 3']],
    ['2 dark in a street: each its own', row(2, darkAtNight), ['light 2']],
    ['one that says it is broken: its own', row(1, defectiveLamp), ['light 1']],
    ['a circuit that says so, though few lamps', row(1, circuit), ['tripped 1']],
    ['a cabinet that says so explains its circuits', row(4, cabinet | circuit | silent), ['noSupply 4']],
    ['10 silent of a cabinet: its gateway', row(10, silent, streets), ['gateway 10']],
    ['2 silent: their radios', row(2, silent), ['radio 2']],
    ['too little power', [faulty(1, powerOutOfBand, { power: 'low' })], ['leds 1']],
    ['too much power', [faulty(1, powerOutOfBand, { power: 'high' })], ['driver 1']],
    [
      'two streets are two stops',
      row(2, darkAtNight, (n) => ({ street: `Rue ${n}` })),
      ['light 1', 'light 1'],
    ],
    ['none at fault', row(3, 0), []],
  ])('%s', (_, lamps, causes) => expect(said(lamps)).toEqual(causes));

  it('is what feeds cabinets where their alarm is one: the same grouping, one repair', () => {
    const lamps = row(12, cabinet, (n) => ({ cabinet: `ARM-${n % 4}` as CabinetId }));
    const feeder = (id: string) => (id === 'ARM-3' ? undefined : 'cabinet:ARM-0');
    const groups = causesOf(lamps, FED, { noSupply: feeder, dark: () => undefined });
    expect(groups.map(({ id, cause, lamps: { length } }) => [id, cause, length])).toEqual([
      ['feeder|cabinet:ARM-0', 'feeder', 9],
      ['noSupply|ARM-3', 'noSupply', 3],
    ]);
  });

  it.each([
    [undefined, ['tripped|ARM-0|départ 1 6', 'tripped|ARM-1|départ 1 6']],
    [true, ['tripped||départ 1 12']],
  ] as const)('of circuits of one name under two cabinets, shared: %s', (sharedCircuit, groups) => {
    const lamps = row(12, circuit, (n) => ({
      cabinet: `ARM-${n % 2}` as CabinetId,
      circuit: 'départ 1',
      sharedCircuit,
    }));
    expect(causesOf(lamps, FED).map(({ id, lamps: { length } }) => `${id} ${length}`)).toEqual(groups);
  });

  it('is one for each lamp, whatever they show', () => {
    const lamps = fc.array(
      fc.record({
        faults: fc.integer({ min: 1, max: 511 }),
        street: fc.integer({ max: 4, min: 0 }),
        feeds: fc.integer({ max: 3, min: 0 }),
      }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(lamps, (list) => {
        const all = list.map(({ faults, street, feeds }, n) =>
          faulty(n, faults, { street: `Rue ${street}`, circuit: `C-${feeds}` }),
        );
        const groups = causesOf(all, FED);
        const grouped = groups.flatMap((group) => group.lamps.map(({ lamp }) => lamp.id));
        expect(grouped.toSorted()).toEqual(all.map(({ lamp }) => lamp.id).toSorted());
        expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
      }),
    );
  });
});
