import { quietSince, type RoomCall, ringsAt } from '../../../shared/call/model.ts';
import { millis } from '../../../shared/wire/time.ts';

/**
 * The calls that ring at a seat, the one that has waited longest first; those that nothing is heard of any more behind
 * those with somebody on the line. @param now ms, by the hub's clock
 */
export function ringingAt(calls: Iterable<RoomCall>, seat: string, now: number): readonly RoomCall[] {
  const isQuiet = (call: RoomCall): number => Number(quietSince(call, now) !== undefined);
  return [...calls]
    .filter((call) => ringsAt(call, seat))
    .toSorted(
      (a, b) => isQuiet(a) - isQuiet(b) || a.rangAt.localeCompare(b.rangAt) || a.id.localeCompare(b.id),
    );
}

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
