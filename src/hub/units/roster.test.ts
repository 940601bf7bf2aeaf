import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { UnitId } from '../../shared/ids.ts';
import { UnitReport } from '../../shared/unit/model.ts';
import { instant } from '../../shared/wire/time.ts';
import { Roster } from './roster.ts';

let room: TestDesk;
beforeEach(async () => {
  room = await openTestDesk();
});
afterEach(() => room.close());

describe('the roster', () => {
  const report = (at: number, more: object = {}) =>
    UnitReport.parse({
      v: 1,
      id: 'PM 12',
      callSign: 'PM 12',
      service: 'police',
      kind: 'foot',
      skills: [],
      status: 'available',
      position: [5.04, 47.32],
      at: instant(at),
      ...more,
    });

  it('takes what is later, refuses the future, tells seats at its pace and at once of a new status', async () => {
    const puts: [number, string][] = [];
    let now = START;
    const data = {
      put: (_: string, { status }: { status: string }) => puts.push([now - START, status]),
      remove: () => {},
    };
    const roster = await Roster.create(room.store, data as never);
    const hear = (at: number, more?: object) => {
      now = at;
      return roster.hear(report(at, more), now);
    };
    expect(hear(START)).toBe('taken');
    expect(roster.hear(report(START - 1), now)).toBe('old');
    expect(roster.hear(report(START + 61_000), now)).toBe('future');
    hear(START + 500);
    hear(START + 1_000);
    hear(START + 1_500, { status: 'enRoute' });
    now = START + 3_400;
    roster.tick(now);
    hear(START + 3_500, { status: 'enRoute' });
    expect(puts).toEqual([
      [0, 'available'],
      [1_500, 'enRoute'],
      [3_500, 'enRoute'],
    ]);
  });

  it('knows its units after a restart, and forgets who has been silent for a day', async () => {
    const gone: string[] = [];
    const data = { put: () => {}, remove: (_: string, unit: string) => gone.push(unit) };
    const first = await Roster.create(room.store, data as never);
    first.hear(report(START), START);
    await first.keep();
    const second = await Roster.create(room.store, data as never);
    expect(second.knows(UnitId.parse('PM 12'))).toBe(true);
    second.tick(START + 25 * 3_600_000);
    expect(second.knows(UnitId.parse('PM 12'))).toBe(false);
    expect(gone).toEqual(['PM 12']);
    second.hear({ ...report(START + 25 * 3_600_000), id: UnitId.parse('PM 07') }, START + 25 * 3_600_000);
    await second.keep();
    expect((await Roster.create(room.store, data as never)).size).toBe(1);
  });
});
