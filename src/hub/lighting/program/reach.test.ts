import { expect, test } from 'vitest';
import { CabinetId } from '../../../shared/ids.ts';
import type { LightingReach } from '../../../shared/lighting/reach.ts';
import type { CabinetProgram } from '../../../shared/wire/cabinet-program.ts';
import { instant } from '../../../shared/wire/time.ts';
import { ProgramReach } from './reach.ts';

const [A, B, C] = ['A', 'B', 'C'].map((id) => CabinetId.parse(id)) as [CabinetId, CabinetId, CabinetId];
const [EARLY, LATE] = [instant(1_000), instant(2_000)];
const programs = (of: Readonly<Record<string, string>>) =>
  new Map(Object.entries(of).map(([cabinet, id]) => [CabinetId.parse(cabinet), { id } as CabinetProgram]));
const ack = (program: string, code = 'OK') => ({ v: 1, program, ok: code === 'OK', code, at: LATE }) as const;

function open() {
  const told: LightingReach[] = [];
  const reach = new ProgramReach({ put: (_kind, value) => void told.push(value as LightingReach) });
  const shown = () => {
    reach.show();
    return told.at(-1);
  };
  return { reach, shown };
}

test('a cabinet has the plan when its gateway took the programme that follows from it, whichever version that was of', () => {
  const { reach, shown } = open();
  expect(shown()).toBeUndefined();
  reach.acknowledged(A, ack('a1')); // before this hub knew what to expect
  reach.want(1, programs({ A: 'a1', B: 'b1', C: 'c1' }), EARLY);
  reach.acknowledged(B, ack('b1'));
  expect(shown()).toMatchObject({
    version: 1,
    cabinets: 3,
    taken: 2,
    lacking: [{ cabinet: C, since: EARLY }],
  });
  reach.want(2, programs({ A: 'a1', B: 'b2', C: 'c1' }), LATE);
  expect(shown()).toMatchObject({
    version: 2,
    taken: 1,
    lacking: [
      { cabinet: C, since: EARLY },
      { cabinet: B, since: LATE },
    ],
  });
});

test('one that says no is named with its word, until it says yes', () => {
  const { reach, shown } = open();
  reach.want(1, programs({ A: 'a1' }), EARLY);
  reach.acknowledged(A, ack('a1', 'LOW_MEMORY'));
  expect(shown()?.lacking).toEqual([{ cabinet: A, since: EARLY, code: 'LOW_MEMORY' }]);
  reach.acknowledged(A, ack('a1'));
  expect(shown()).toMatchObject({ taken: 1, lacking: [] });
});
