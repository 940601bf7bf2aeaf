import { expect, it } from 'vitest';
import { CommandId, SeatId } from '../../src/shared/ids.ts';
import { Shift } from '../../src/shared/shift/model.ts';
import { applyEvent } from '../../src/shared/ticket/apply.ts';
import { type Ticket, TicketEvent, type TicketPatch } from '../../src/shared/ticket/model.ts';
import { instant } from '../../src/shared/wire/time.ts';
import { ticket as anyTicket } from '../support/ticket.ts';
import type { SeatWord } from './crew-messages.ts';
import { digest } from './digest.ts';
import { type Evidence, judge, type StoreWord } from './oracle.ts';

const cmd = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const { id: _, version: _version, updatedAt: _at, ...fresh } = anyTicket('t-1');
const owner = (seat: string) => ({ seat, person: `p-${seat}` }) as NonNullable<Ticket['owner']>;

const event = (
  seq: number,
  type: string,
  version: number,
  patch: TicketPatch,
  more: object = {},
): TicketEvent =>
  TicketEvent.parse({
    v: 1,
    seq,
    epoch: 'e-1',
    target: { type: 'ticket', id: 't-1' },
    type,
    version,
    cmd: cmd(seq),
    at: instant(seq * 60_000),
    patch,
    ...more,
  });
const created = event(1, 'ticket.created', 1, fresh);
const claimed = event(2, 'ticket.claimed', 2, { state: 'claimed', owner: owner('s-1') });
const noted = event(3, 'ticket.noted', 2, {}, { note: 'vu' });

const made = (events: readonly TicketEvent[]): Ticket =>
  events.reduce<Ticket | undefined>((before, next) => applyEvent(before, next), undefined)!;
function store(events: readonly TicketEvent[]): StoreWord {
  return {
    seq: events.length,
    tickets: [made(events)],
    events,
    commands: events.map((one) => ({ seat: 's-1', cmd: one.cmd!, code: 'OK' })),
    refusals: [],
    shifts: [],
  };
}
const word = (hub: StoreWord, more: Partial<SeatWord> = {}): SeatWord => ({
  seat: 's-1',
  hub: 'up',
  pending: 0,
  lastSeq: hub.seq,
  tickets: Object.fromEntries(hub.tickets.map((one) => [one.id, digest(one)])),
  events: hub.events.map(({ seq }) => seq),
  listed: [],
  ...more,
});
const kept = (n: number, text?: string) => ({
  seat: 's-1',
  cmd: cmd(n),
  op: text === undefined ? 'ticket.claim' : 'ticket.note',
  target: 't-1',
  ...(text === undefined ? {} : { text }),
});
const row = (n: number, state: string, more: object = {}) => ({ cmd: cmd(n), state, sits: true, ...more });

const good = [created, claimed, noted];
function evidence(more: Partial<Evidence> = {}, events: readonly TicketEvent[] = good): Evidence {
  const hub = store(events);
  return {
    hub,
    lost: [],
    seats: [word(hub)],
    kept: [kept(1), kept(2), kept(3, 'vu')],
    dismissed: new Set(),
    trouble: [],
    unsaid: [],
    heard: [],
    absences: [],
    absentMs: 15_000,
    ...more,
  };
}
const broken = (of: Evidence): string => judge(of).broken.join('\n');

it('finds nothing where nothing is wrong', () => {
  expect(judge(evidence())).toMatchObject({ broken: [], counts: { kept: 3, accepted: 3, events: 3 } });
  const refused = { kept: [kept(9)], seats: [word(store(good), { listed: [row(9, 'refused')] })] };
  expect(judge(evidence(refused))).toMatchObject({ broken: [], counts: { refused: 1 } });
});

it('what went with a replaced store is counted, and only that', () => {
  const lost = { ...store(good), commands: [{ seat: 's-1', cmd: cmd(9), code: 'OK' }] };
  expect(judge(evidence({ kept: [kept(9)], lost: [lost] }))).toMatchObject({
    broken: [],
    counts: { lostWithStore: 1 },
  });
  expect(broken(evidence({ kept: [kept(9)] }))).toMatch(/^lost: 1/);
});

it.each<[string, Evidence, RegExp]>([
  [
    'a refusal that its author does not see',
    evidence({
      kept: [kept(9)],
      hub: { ...store(good), commands: [{ seat: 's-1', cmd: cmd(9), code: 'BAD_STATE' }] },
    }),
    /lost: 1.*not listed/,
  ],
  [
    'an answer without its event',
    evidence({ hub: { ...store(good), events: [created, claimed] } }),
    /made no event/,
  ],
  [
    'a command that still waits',
    evidence({ kept: [kept(9)], seats: [word(store(good), { listed: [row(9, 'pending')] })] }),
    /never answered/,
  ],
  [
    'a command with two fates',
    evidence({ seats: [word(store(good), { listed: [row(2, 'refused')] })] }),
    /accepted and refused/,
  ],
  ['a note of other words', evidence({ kept: [kept(3, 'pas vu')] }), /other words/],
  ['a gap in the sequence', evidence({}, [created, claimed, { ...noted, seq: 4 }]), /sequence with a gap/],
  ['a head beyond the events', evidence({ hub: { ...store(good), seq: 4 } }), /the head says 4/],
  [
    'a command applied twice',
    evidence({}, [...good, event(4, 'ticket.released', 3, { state: 'open', owner: null }, { cmd: cmd(2) })]),
    /applied twice/,
  ],
  [
    'a ticket in two hands',
    evidence({}, [...good, event(4, 'ticket.claimed', 3, { owner: owner('s-2') })]),
    /takes t-1 from p-s-1/,
  ],
  [
    'a ticket that is not its history',
    evidence({ hub: { ...store(good), tickets: [{ ...made(good), priority: 1 }] } }),
    /not its history/,
  ],
  [
    'work refused for its session',
    evidence({
      seats: [word(store(good), { listed: [row(9, 'refused', { code: 'FORBIDDEN', field: 'session' })] })],
    }),
    /refused for its session/,
  ],
  ['a seat that is behind', evidence({ seats: [word(store(good), { lastSeq: 2 })] }), /stands at 2 of 3/],
  [
    'a seat with another ticket',
    evidence({ seats: [word(store(good), { tickets: {} })] }),
    /other tickets: t-1/,
  ],
  ['a seat without a note', evidence({ seats: [word(store(good), { events: [1, 2] })] }), /has 2 events/],
  [
    'a room in which nothing was done',
    evidence({ hub: { ...store(good), tickets: [] } }),
    /nothing was tested/,
  ],
  ['a restored store that a seat did not tell of', evidence({ unsaid: ['s-1'] }), /not told of: 1/],
  ['an engine that failed', evidence({ trouble: ['TypeError'] }), /an engine failed/],
])('finds %s', (_name, planted, said) => {
  expect(broken(planted)).toMatch(said);
});

it('what was left to the supervisors is not lost, unless with the store', () => {
  const refusal = { seat: SeatId.parse('s-1'), cmd: CommandId.parse(cmd(9)), code: 'BAD_STATE' as const };
  const refusals = [refusal];
  expect(judge(evidence({ kept: [kept(9)], hub: { ...store(good), refusals } }))).toMatchObject({
    broken: [],
    counts: { leftToSupervisors: 1 },
  });
  expect(judge(evidence({ kept: [kept(9)], lost: [{ ...store(good), refusals }] }))).toMatchObject({
    broken: [],
    counts: { lostWithStore: 1 },
  });
  const commands = [{ seat: 's-1', cmd: cmd(9), code: 'BAD_STATE' }];
  expect(broken(evidence({ kept: [kept(9)], hub: { ...store(good), commands } }))).toMatch(/^lost: 1/);
  const late = [{ ...refusal, field: 'session' }];
  expect(broken(evidence({ kept: [kept(9)], hub: { ...store(good), refusals: late } }))).toMatch(
    /refused for its session/,
  );
});

const gas = { id: 'gaz', version: 1 };
const marked = (n: number, step: string) =>
  ({
    cmd: cmd(n),
    procedure: gas,
    step: { id: step, text: step },
    state: 'done',
    person: 'p-1',
    seat: 's-1',
    at: instant(n * 60_000),
  }) as unknown as NonNullable<Ticket['steps']>[number];
const stepped = (seq: number, type: string, steps: readonly unknown[]) =>
  event(seq, type, 2, { steps: steps as Ticket['steps'], stepRevision: seq });
const promised = (seq: number, version: number, patch: TicketPatch) =>
  event(seq, 'ticket.promised', version, patch);
const callback = { due: instant(9_000_000), by: owner('s-1') };
const vu = stepped(4, 'ticket.stepDone', [marked(4, 'a')]);

it('steps, promises and notes for a colleague that are right are let pass', () => {
  const undone = stepped(6, 'ticket.stepUndone', [marked(5, 'b')]);
  const steps = [vu, stepped(5, 'ticket.stepDone', [marked(4, 'a'), marked(5, 'b')]), undone];
  const called = event(8, 'ticket.kept', 4, { callback: { ...callback, keptAt: instant(480_000) } });
  expect(broken(evidence({}, [...good, ...steps, promised(7, 3, { callback }), called]))).toBe('');
  const named = event(4, 'ticket.noted', 2, {}, { note: 'vu', to: 'p-2' });
  const noted = { ...kept(4, 'vu'), to: 'p-2' };
  expect(broken(evidence({ kept: [noted] }, [...good, named]))).toBe('');
  expect(broken(evidence({ kept: [{ ...noted, to: 'p-3' }] }, [...good, named]))).toMatch(/somebody else/);
});

it.each<[string, readonly TicketEvent[], RegExp]>([
  [
    'a mark that another took off',
    [vu, stepped(5, 'ticket.stepDone', [marked(5, 'b')])],
    /takes 1 marks off/,
  ],
  [
    'a step that is marked twice',
    [vu, stepped(5, 'ticket.stepDone', [marked(4, 'a'), marked(5, 'a')])],
    /marks a step twice/,
  ],
  [
    'a promise that a closing forgets',
    [promised(4, 3, { callback }), event(5, 'ticket.closed', 4, { state: 'closed' })],
    /closes over it/,
  ],
  [
    'a promise that is merged away',
    [
      promised(4, 3, { callback }),
      event(5, 'ticket.merged', 4, { state: 'closed', mergedInto: 't-2' as never, callback: null }),
    ],
    /merged forgets it/,
  ],
])('finds %s', (_name, more, said) => {
  expect(broken(evidence({}, [...good, ...more]))).toMatch(said);
});

it('finds what was refused to somebody who has left and nobody else was told of', () => {
  const listed = [row(9, 'refused', { sits: false })];
  expect(broken(evidence({ kept: [kept(9)], seats: [word(store(good), { listed })] }))).toMatch(
    /neither its author nor a supervisor sees it/,
  );
});

it('a handover stands as it was answered, and passes whole', () => {
  const passed = event(4, 'ticket.accepted', 3, { owner: owner('s-2') });
  const hub = store([...good, passed]);
  const shift = (state: string, tickets: readonly string[]) =>
    Shift.parse({
      v: 1,
      id: 'h-1',
      from: owner('s-1'),
      to: 'p-s-2',
      note: '',
      matters: [],
      unconfirmed: 0,
      state,
      offeredAt: instant(0),
      tickets,
    });
  const accepted = { seat: 's-1', cmd: cmd(4), op: 'shift.accept', target: 'h-1' };
  const said = (...shifts: readonly Shift[]) =>
    broken(evidence({ kept: [accepted], hub: { ...hub, shifts }, seats: [word(hub)] }));
  expect(said(shift('accepted', ['t-1']))).toBe('');
  expect(said(shift('accepted', ['t-1', 't-2']))).toMatch(/passed 1 of 2 tickets/);
  expect(said(shift('offered', ['t-1']))).toMatch(/left it offered/);
  expect(said()).toMatch(/left no handover/);
});
