import type { LightingPlan } from '../../src/shared/lighting/model.ts';
import type { Identified, RoomKind, RoomValue } from '../../src/shared/wire/room-data.ts';
import type { TestSeat } from './seat.ts';
import { until } from './until.ts';

/** What a seat knows of a kind of room data. */
export async function knownAt<K extends RoomKind>(seat: TestSeat, kind: K): Promise<readonly RoomValue<K>[]> {
  const all = await seat.request('room.data');
  const change = all.find((one) => one.kind === kind);
  return (change?.upserts ?? []) as readonly Identified[] as readonly RoomValue<K>[];
}

/** The lighting plan that a seat knows to be in force. */
export const planAt = async (seat: TestSeat): Promise<LightingPlan | undefined> =>
  (await knownAt(seat, 'lightingPlan'))[0]?.plan;

/** That plan, once it is of this version. */
export const planForced = (seat: TestSeat, version: number): Promise<LightingPlan> =>
  until(`version ${version} is in force`, async () => {
    const plan = await planAt(seat);
    return plan?.version === version ? plan : undefined;
  });
