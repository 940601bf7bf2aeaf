import type { Refusal } from '../../src/shared/refusal/model.ts';
import type { Shift } from '../../src/shared/shift/model.ts';
import { applyEvent } from '../../src/shared/ticket/apply.ts';
import { KEEPS_VERSION, type Ticket, type TicketEvent } from '../../src/shared/ticket/model.ts';
import type { KeptCommand, SeatWord } from './crew-messages.ts';
import { digest } from './digest.ts';
import { type GivenBackEvidence, judgeGivenBack } from './given-back.ts';
import { faultOfShift, judgeWork } from './kept-work.ts';
import { some } from './some.ts';

/** What a store of the hub holds. */
export interface StoreWord {
  /** last sequence given */
  readonly seq: number;
  readonly tickets: readonly Ticket[];
  readonly events: readonly TicketEvent[];
  readonly commands: readonly { readonly seat: string; readonly cmd: string; readonly code: string }[];
  /** what seats have left to the supervisors, since its author had gone: it is listed there no more */
  readonly refusals: readonly Pick<Refusal, 'seat' | 'cmd' | 'code' | 'field'>[];
  /** handovers, whatever became of them */
  readonly shifts: readonly Shift[];
}

/** All that a run has left behind, once it is quiet. */
export interface Evidence extends GivenBackEvidence {
  readonly hub: StoreWord;
  /** stores that were replaced by a backup of theirs */
  readonly lost: readonly StoreWord[];
  readonly seats: readonly SeatWord[];
  readonly kept: readonly KeptCommand[];
  /** refused or held commands that somebody has taken note of */
  readonly dismissed: ReadonlySet<string>;
  readonly trouble: readonly string[];
  /** seats that did not say that a restored store may have lost something */
  readonly unsaid: readonly string[];
}

export interface Verdict {
  /** one line for each invariant that does not hold, with an example */
  readonly broken: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Sequences run from 1 to the head, without a gap and without one that stands twice. */
function sequence({ hub }: Evidence): readonly string[] {
  const wrong = hub.events.filter(({ seq }, i) => seq !== i + 1).map(({ seq }) => `${seq}`);
  const head = hub.events.length === hub.seq ? [] : [`${hub.events.length} events, the head says ${hub.seq}`];
  return [...some('sequence with a gap', wrong), ...head];
}

/** No command made two events on a ticket; a handover or a merge makes one on each of its tickets. */
function once({ hub }: Evidence): readonly string[] {
  const seen = new Set<string>();
  const twice = hub.events.flatMap(({ cmd, target }) => {
    const name = `${cmd} ${target.id}`;
    if (cmd !== undefined && seen.has(name)) return [name];
    seen.add(name);
    return [];
  });
  return some('applied twice', twice);
}

/** The history of each ticket is one line: nobody takes what another has, and what stands in the store comes of it. */
function history({ hub }: Evidence): readonly string[] {
  const made = new Map<string, Ticket>();
  const wrong: string[] = [];
  for (const event of hub.events) {
    const before = made.get(event.target.id);
    const next = KEEPS_VERSION.has(event.type) ? before?.version : (before?.version ?? 0) + 1;
    if (event.version !== next)
      wrong.push(`${event.seq} ${event.type} makes version ${event.version} of ${next}`);
    if (event.type === 'ticket.claimed' && before?.owner !== undefined)
      wrong.push(`${event.seq} takes ${event.target.id} from ${before.owner.person} for ${event.person}`);
    made.set(event.target.id, applyEvent(before, event));
  }
  for (const ticket of hub.tickets) {
    const replayed = made.get(ticket.id);
    if (replayed === undefined || digest(replayed) !== digest(ticket))
      wrong.push(`${ticket.id} is not its history`);
  }
  return some('a ticket in two hands, or not what its history makes', wrong);
}

/** Every command that was on a seat's disk has one fate, and its author can see it, or the supervisors where its author has left. */
function fates(evidence: Evidence): {
  readonly broken: readonly string[];
  readonly counts: Verdict['counts'];
} {
  const { hub, lost, seats, kept, dismissed } = evidence;
  const byCommand = (words: readonly StoreWord[]) =>
    new Map(words.flatMap(({ commands }) => commands.map(({ seat, cmd, code }) => [`${seat} ${cmd}`, code])));
  const [answered, answeredByLost] = [byCommand([hub]), byCommand(lost)];
  const events = new Map<string | undefined, TicketEvent>(
    hub.events.flatMap((event) => (event.cmd === undefined ? [] : [[event.cmd, event]])),
  );
  const listed = new Map(seats.flatMap(({ listed }) => listed.map((row) => [row.cmd, row] as const)));
  const leftTo = (words: readonly StoreWord[]) =>
    new Set(words.flatMap(({ refusals }) => refusals.map(({ seat, cmd }) => `${seat} ${cmd}`)));
  const [left, leftToLost] = [leftTo([hub]), leftTo(lost)];
  const shifts = new Map<string, Shift>(hub.shifts.map((shift) => [shift.id, shift]));
  const counts = {
    kept: kept.length,
    accepted: 0,
    refused: 0,
    held: 0,
    leftToSupervisors: 0,
    lostWithStore: 0,
  };
  const [vanished, unheard, twofold, words, unpassed] = [[], [], [], [], []] as string[][] as [
    string[],
    string[],
    string[],
    string[],
    string[],
  ];
  for (const command of kept) {
    const { seat, cmd, op, text, to } = command;
    const name = `${op} ${cmd} of ${seat}`;
    const row = listed.get(cmd);
    const code = answered.get(`${seat} ${cmd}`);
    if (row?.state === 'pending' || row?.state === 'sent') unheard.push(name);
    else if (code === 'OK') {
      counts.accepted += 1;
      if (row !== undefined) twofold.push(`${name} is ${row.state} (${row.code}) at its seat`);
      if (op.startsWith('shift.')) {
        const fault = faultOfShift(command, shifts, hub.events);
        if (fault !== undefined) unpassed.push(`${name} ${fault}`);
        continue;
      }
      const event = events.get(cmd);
      if (event === undefined) vanished.push(`${name} made no event`);
      else if (text !== undefined && (event.note !== text || event.to !== to)) words.push(name);
    } else if (row !== undefined && !row.sits)
      unheard.push(`${name} was ${row.state}, and neither its author nor a supervisor sees it`);
    else if (row !== undefined || dismissed.has(cmd)) counts[row?.state === 'held' ? 'held' : 'refused'] += 1;
    else if (left.has(`${seat} ${cmd}`)) counts.leftToSupervisors += 1;
    else if (answeredByLost.has(`${seat} ${cmd}`) || leftToLost.has(`${seat} ${cmd}`))
      counts.lostWithStore += 1;
    else vanished.push(`${name}${code === undefined ? '' : ` was refused (${code}) and is not listed`}`);
  }
  const broken = [
    ...some('lost', vanished),
    ...some('never answered', unheard),
    ...some('accepted and refused', twofold),
    ...some('a note of other words, or for somebody else', words),
    ...some('a handover that did not pass whole', unpassed),
  ];
  return { broken, counts };
}

/** Nobody’s work is refused for when it was made: clocks are off, sessions end and stores are restored in every room. */
function authorship({ hub, seats }: Evidence): readonly string[] {
  const rows = [
    ...seats.flatMap(({ seat, listed }) => listed.map((row) => ({ ...row, seat }))),
    ...hub.refusals,
  ];
  const wrong = rows
    .filter(({ code, field }) => code === 'EXPIRED' || field === 'session' || field === 'madeAt')
    .map(({ seat, cmd, code, field }) => `${cmd} of ${seat}: ${code} ${field}`);
  return some('refused for its session or its time', wrong);
}

/** All seats know what the hub knows, and that is something. */
function equality({ hub, seats }: Evidence): readonly string[] {
  if (hub.tickets.length === 0) return ['the hub has no tickets: nothing was tested'];
  const truth = Object.fromEntries(hub.tickets.map((ticket) => [ticket.id, digest(ticket)]));
  const all = digest(truth);
  const seqs = digest(hub.events.map(({ seq }) => seq));
  const wrong = seats.flatMap((seat) => {
    const said: string[] = [];
    if (seat.lastSeq !== hub.seq) said.push(`${seat.seat} stands at ${seat.lastSeq} of ${hub.seq}`);
    const differ = Object.keys({ ...truth, ...seat.tickets }).filter((id) => truth[id] !== seat.tickets[id]);
    if (digest(seat.tickets) !== all) said.push(`${seat.seat} has other tickets: ${differ.slice(0, 2)}`);
    if (digest(seat.events) !== seqs) said.push(`${seat.seat} has ${seat.events.length} events`);
    return said;
  });
  return some('a seat is not as the hub', wrong);
}

/** How much of each kind of work was tried, and came to something. */
function doneOf({ hub, kept }: Evidence): Verdict['counts'] {
  const events = (...types: readonly string[]) =>
    hub.events.filter(({ type }) => types.includes(type)).length;
  return {
    steps: events('ticket.stepDone', 'ticket.stepSkipped', 'ticket.stepUndone'),
    promises: events('ticket.promised', 'ticket.promiseMoved'),
    notesTo: hub.events.filter(({ type, to }) => type === 'ticket.noted' && to !== undefined).length,
    shifts: hub.shifts.length,
    shiftsAnswered: kept.filter(({ op }) => op === 'shift.accept' || op === 'shift.decline').length,
  };
}

/** Judges what a run has left behind. */
export function judge(evidence: Evidence): Verdict {
  const { broken, counts } = fates(evidence);
  const { hub, seats, trouble, unsaid } = evidence;
  const given = judgeGivenBack(evidence);
  return {
    broken: [
      ...broken,
      ...sequence(evidence),
      ...once(evidence),
      ...history(evidence),
      ...judgeWork(hub.events),
      ...authorship(evidence),
      ...equality(evidence),
      ...given.broken,
      ...some('a restored store was not told of', unsaid),
      ...some('an engine failed', trouble),
    ],
    counts: {
      ...counts,
      events: hub.events.length,
      tickets: hub.tickets.length,
      ...doneOf(evidence),
      seats: seats.length,
      ...given.counts,
    },
  };
}
