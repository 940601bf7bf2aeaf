import { type RoomCall, ringsAt } from '../../../shared/call/model.ts';

/** The calls that ring at a seat, the one that has waited longest first. */
export const ringingAt = (calls: Iterable<RoomCall>, seat: string): readonly RoomCall[] =>
  [...calls]
    .filter((call) => ringsAt(call, seat))
    .toSorted((a, b) => a.rangAt.localeCompare(b.rangAt) || a.id.localeCompare(b.id));

/** The call that this person has taken and telephony has not connected yet: ordered is not done. */
export const connectingFor = (calls: Iterable<RoomCall>, seat: string): RoomCall | undefined =>
  [...calls].find(
    ({ status, answeredBy, connectedAt }) =>
      status === 'answered' && answeredBy?.seat === seat && connectedAt === undefined,
  );
