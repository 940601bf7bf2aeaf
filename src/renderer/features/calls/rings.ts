import { type RoomCall, ringsAt } from '../../../shared/call/model.ts';
import { millis } from '../../../shared/wire/time.ts';

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

/** Who answers a moment too late means the call that rang a moment ago, ms. */
const GONE_MS = 10_000;

/** The call that rang at this seat and has just ended, or been taken: the latest one. @param now ms, by the hub's clock */
export function goneLately(calls: Iterable<RoomCall>, seat: string, now: number): RoomCall | undefined {
  const gone = [...calls].filter(
    (call) =>
      call.status !== 'ringing' &&
      ringsAt({ ...call, status: 'ringing' }, seat) &&
      now - millis(call.since) <= GONE_MS,
  );
  return gone.toSorted((a, b) => b.since.localeCompare(a.since))[0];
}
