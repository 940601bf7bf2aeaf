import { describe, expect, it } from 'vitest';
import { DictionaryLamp } from '../../../shared/lamp/dictionary.ts';
import type { Due } from '../../../shared/lamp/fault/due.ts';
import { LampFault } from '../../../shared/lamp/state.ts';
import { Streetlight } from '../../../shared/lamp/streetlight.ts';
import { LampJudge } from './lamp-judge.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 24, 20);
const RULE = {
  holdMs: { darkAtNight: 20 * MINUTE, burningByDay: 30 * MINUTE, powerOutOfBand: 10 * MINUTE },
  tolerance: 0.3,
  oldMs: 60 * MINUTE,
  settleMs: 10 * MINUTE,
};
const lamp = DictionaryLamp.parse({ id: 'L-1', position: [5, 47], street: 'rue', luminaire: { power: 60 } });

function judging() {
  const found: string[] = [];
  let due: Due = { least: 60, most: 100, sun: 'dark' };
  const judge = new LampJudge(RULE, { at: () => due }, (_, fault, is) => void found.push(`${fault} ${is}`));
  return {
    judge,
    found,
    becomes: (next: Due) => {
      due = next;
    },
    /** @param at minutes @param now minutes, where it is heard of later */
    says: (level: number, at: number, more: { faults?: number; power?: number; now?: number } = {}) => {
      const light = Streetlight.parse({
        id: 'L-1',
        type: 'Streetlight',
        powerState: level === 0 ? 'off' : 'on',
        illuminanceLevel: level / 100,
        ...(more.power !== undefined && { powerConsumption: more.power }),
        observationDateTime: new Date(START + at * MINUTE).toISOString(),
      });
      const now = START + (more.now ?? at) * MINUTE;
      judge.heard(lamp, light, level, more.faults ?? 0, START + at * MINUTE, now);
    },
  };
}
const DAY: Due = { least: 0, most: 0, sun: 'day' };

describe('a lamp that is dark at night', () => {
  it('is at fault when two reports have said so for long enough, until it burns', () => {
    const { says, found } = judging();
    says(0, 0);
    says(0, 15);
    expect(found).toEqual([]);
    says(0, 30);
    expect(found).toEqual(['darkAtNight true']);
    says(80, 45);
    expect(found).toEqual(['darkAtNight true', 'darkAtNight false']);
  });

  it('is found by the turn where it reports at changes only, while that is recent', () => {
    const { judge, says, found } = judging();
    says(0, 0);
    judge.turn(START + 19 * MINUTE);
    expect(found).toEqual([]);
    judge.turn(START + 20 * MINUTE);
    expect(found).toEqual(['darkAtNight true']);
  });

  it('is not when it was last heard of long ago, when morning has come, or under an order', () => {
    const old = judging();
    old.says(0, 0);
    old.judge.turn(START + 61 * MINUTE);
    const morning = judging();
    morning.says(0, 0);
    morning.becomes(DAY);
    morning.judge.turn(START + 30 * MINUTE);
    const ordered = judging();
    ordered.judge.ordered(lamp.id, true, START);
    ordered.says(0, 0);
    ordered.says(0, 30);
    ordered.judge.ordered(lamp.id, false, START + 31 * MINUTE);
    ordered.says(0, 40);
    for (const { found } of [old, morning, ordered]) expect(found).toEqual([]);
  });

  it('is still at fault by day, for nothing has proved that it works', () => {
    const { says, becomes, found } = judging();
    says(0, 0);
    says(0, 30);
    becomes(DAY);
    says(0, 600);
    expect(found).toEqual(['darkAtNight true']);
  });

  it('is another fault where the lamp or its cabinet says why', () => {
    const { says, found } = judging();
    says(0, 0, { faults: LampFault.circuit });
    says(0, 30, { faults: LampFault.circuit });
    expect(found).toEqual([]);
  });

  it('is not concluded from what the broker had kept since yesterday', () => {
    const { says, found } = judging();
    says(0, 0, { now: 600 });
    says(0, 30, { now: 600 });
    expect(found).toEqual([]);
  });

  it('is known over a restart', () => {
    const { judge, says, found } = judging();
    judge.know(lamp.id, 'darkAtNight', START - 60 * MINUTE);
    says(0, 0);
    says(40, 1);
    expect(found).toEqual(['darkAtNight false']);
  });
});

describe('a new programme', () => {
  it('gives gateways time to take it', () => {
    const { judge, says, found } = judging();
    judge.replanned(START);
    says(0, 0);
    says(0, 9);
    says(0, 11);
    says(0, 30);
    expect(found).toEqual([]);
    says(0, 32);
    expect(found).toEqual(['darkAtNight true']);
  });
});

describe('a lamp that burns by day', () => {
  it('is at fault until it is off', () => {
    const { says, becomes, found } = judging();
    becomes(DAY);
    says(100, 0);
    says(100, 30);
    says(0, 45);
    expect(found).toEqual(['burningByDay true', 'burningByDay false']);
  });
});

describe('power', () => {
  it('says which way it is out of band', () => {
    const { judge, says, found } = judging();
    says(100, 0, { power: 25 });
    says(100, 10, { power: 25 });
    expect(found).toEqual(['powerOutOfBand true']);
    expect(judge.powerOf(lamp.id)).toBe('low');
    says(100, 20, { power: 60 });
    expect(found.at(-1)).toBe('powerOutOfBand false');
  });
});
