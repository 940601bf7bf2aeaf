import type { Ticket, TicketEvent } from '../../src/shared/ticket/model.ts';
import { SEAT_GONE } from '../../src/shared/ticket/seat-gone.ts';
import { isHeld } from '../../src/shared/ticket/urgency.ts';
import { isManned } from '../../src/shared/unit/engaged.ts';
import { millis } from '../../src/shared/wire/time.ts';
import { some } from './some.ts';

/**
 * What was heard on the broker, in order; ms since the epoch. here, gone: the word of a seat, or its will. hub: the hub
 * has said how far it is. anew: what was said before may have been missed, of words and of when they came.
 */
export type Heard =
  | { readonly kind: 'here' | 'gone'; readonly seat: string; readonly at: number }
  | { readonly kind: 'hub' | 'anew'; readonly at: number };

/** Seats that were gone, with nothing else amiss, until the rule had to have given their tickets back. */
export interface Absence {
  readonly seats: readonly string[];
  /** ms since the epoch */
  readonly from: number;
  readonly to: number;
  /** tickets that were theirs still at its end */
  readonly held: readonly string[];
}

/** Tickets that the rule gives back once these seats are gone: nobody is out for them. */
export const heldBy = (seats: readonly string[], tickets: readonly Ticket[]): readonly string[] =>
  tickets
    .filter((ticket) => isHeld(ticket) && !isManned(ticket) && seats.includes(ticket.owner?.seat ?? ''))
    .map(({ id }) => id);

export interface GivenBackEvidence {
  readonly hub: { readonly events: readonly TicketEvent[] };
  /** stores that were replaced by a backup of theirs */
  readonly lost: readonly { readonly events: readonly TicketEvent[] }[];
  readonly heard: readonly Heard[];
  readonly absences: readonly Absence[];
  /** how long a seat must have been away before its tickets are given back, ms */
  readonly absentMs: number;
}

/** Who has not spoken for so long is gone without a will too: three times missed. */
const SILENT_MS = 35_000;
/** What a word takes to the hub and to who listens here, on a machine with other work too. */
const ON_ITS_WAY_MS = 3_000;

/**
 * Whether the hub could know at this time that a seat was there, or had been there lately: it was heard at work after
 * the broker had that word. A word that only the hub heard, or in a time of which nobody else knows, proves nothing.
 * @returns undefined where that can't be told
 */
export function wasThere(
  heard: readonly Heard[],
  seat: string,
  at: number,
  absentMs: number,
): boolean | undefined {
  const until = heard.filter((one) => one.at <= at);
  const known = until.slice(until.findLastIndex(({ kind }) => kind === 'anew') + 1);
  const hubAt = known.findLast(({ kind }) => kind === 'hub')?.at ?? 0;
  const words = known.filter((one) => 'seat' in one && one.seat === seat && one.at <= hubAt - ON_ITS_WAY_MS);
  const last = words.at(-1);
  if (last === undefined) return undefined;
  if (last.kind === 'here') return at - last.at < Math.max(SILENT_MS, absentMs) - ON_ITS_WAY_MS;
  // What it said first of all that it is gone: a broker may say a will again.
  const gone = words[words.findLastIndex(({ kind }) => kind === 'here') + 1] ?? last;
  return at - gone.at < absentMs - ON_ITS_WAY_MS;
}

interface Gift {
  readonly event: TicketEvent;
  /** whose it was */
  readonly seat: string;
}

/** What each store gave back; what a backup and what took its place have in common counts once. */
function gifts({ hub, lost }: GivenBackEvidence): readonly Gift[] {
  const all = [hub, ...lost].flatMap(({ events }) => giftsOf(events));
  return [...new Map(all.map((gift) => [`${gift.event.epoch} ${gift.event.seq}`, gift])).values()];
}

function giftsOf(events: readonly TicketEvent[]): readonly Gift[] {
  const owners = new Map<string, string | undefined>();
  return events.flatMap((event) => {
    const seat = owners.get(event.target.id) ?? 'nobody';
    if (event.patch.owner !== undefined) owners.set(event.target.id, event.patch.owner?.seat);
    return event.motive === SEAT_GONE ? [{ event, seat }] : [];
  });
}

/**
 * Tickets are given back only for seats of which the hub had heard nothing else for long enough, and for those all of
 * them, each once.
 */
export function judgeGivenBack(evidence: GivenBackEvidence): {
  readonly broken: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
} {
  const { heard, absentMs } = evidence;
  const judged = gifts(evidence).map(({ event, seat }) => ({
    name: `${event.target.id} of ${seat}, at ${event.at}`,
    there: wasThere(heard, seat, millis(event.at), absentMs),
  }));
  const wrong = judged.flatMap(({ name, there }) => (there === true ? [name] : []));
  const unjudged = judged.filter(({ there }) => there === undefined).length;
  const isVain = unjudged > 0 && unjudged === judged.length;
  return {
    broken: [
      ...some('given back though its seat was there', wrong),
      ...(isVain ? ['of nothing that was given back is it known whether its seat was there'] : []),
      ...inAbsences(evidence),
    ],
    counts: { givenBack: judged.length, givenBackUnjudged: unjudged },
  };
}

/** Who is gone gives all back, each ticket once, and the suite has seen it. */
function inAbsences({ hub, absences }: GivenBackEvidence): readonly string[] {
  const given = absences.map(({ from, to }) =>
    hub.events.filter(({ motive, at }) => motive === SEAT_GONE && from <= millis(at) && millis(at) <= to),
  );
  const twice = given.flatMap((events) => {
    const ids = events.map(({ target }) => target.id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });
  const isVain = absences.length > 0 && given.flat().length === 0;
  return [
    ...some(
      'not given back though its seat was gone',
      absences.flatMap(({ held }) => held),
    ),
    ...some('given back twice in one absence', twice),
    ...(isVain ? ['nothing was given back: the rule of absence was not tested'] : []),
  ];
}
