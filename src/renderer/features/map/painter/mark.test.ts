import { describe, expect, test } from 'vitest';
import { LampCommand, LampFault, LampState, withCommand } from '../../../../shared/lamp/state.ts';
import { Mark, markOf, Ring, ringOf } from './mark.ts';

const { on, fault, presence, override, neverSeen, behind } = LampState;

describe('mark', () => {
  test.each([
    [1, Mark.level1],
    [24, Mark.level1],
    [25, Mark.level2],
    [49, Mark.level2],
    [50, Mark.level3],
    [74, Mark.level3],
    [75, Mark.level4],
    [100, Mark.level4],
  ])('a lamp lit at %d %%', (level, mark) => expect(markOf(on, level, 0)).toBe(mark));
  test('off, whether switched off or lit at nothing', () =>
    expect([markOf(0, 60, 0), markOf(on, 0, 0)]).toEqual([Mark.off, Mark.off]));
  test('never seen says more than any other bit', () =>
    expect(markOf(neverSeen | on | fault, 60, LampFault.circuit)).toBe(Mark.noNews));
  test('a silent lamp is one without news, even where silence is told as a fault', () =>
    expect([markOf(on, 60, LampFault.silent), markOf(on | fault, 60, LampFault.silent)]).toEqual([
      Mark.noNews,
      Mark.noNews,
    ]));
  test('a known fault says more than silence', () =>
    expect(markOf(on | fault, 60, LampFault.silent | LampFault.circuit)).toBe(Mark.fault));
  test('a fault without a reason is a fault', () => expect(markOf(fault, 0, 0)).toBe(Mark.fault));
});

describe('ring', () => {
  test('one at most: what was not followed, then command, override, presence', () => {
    const both = on | presence | override;
    expect(ringOf(on)).toBe(Ring.none);
    expect(ringOf(on | presence)).toBe(Ring.presence);
    expect(ringOf(both)).toBe(Ring.override);
    expect(ringOf(withCommand(both, LampCommand.commanded))).toBe(Ring.commanded);
    expect(ringOf(withCommand(both, LampCommand.acknowledged))).toBe(Ring.acknowledged);
    expect(ringOf(withCommand(both, LampCommand.refused))).toBe(Ring.behind);
    expect(ringOf(withCommand(both | behind, LampCommand.acknowledged))).toBe(Ring.behind);
  });
  test('who passes a lamp that is off by day gets none', () => expect(ringOf(presence)).toBe(Ring.none));
});
