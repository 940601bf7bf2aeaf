import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticket } from '../../../../tests/support/ticket.ts';
import { OutboxItem } from '../../../shared/ipc/model.ts';
import { Person } from '../../../shared/rights/model.ts';
import type { Ticket } from '../../../shared/ticket/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import { createProjector, type Known, project } from './projection.ts';

const me = Person.parse({ v: 1, id: 'p-me', name: 'Nadia Perrin', role: 'operator', domains: [] });
const viewer = { seat: 'poste-14', me };

const item = (n: number, of: string, op: string, over: object = {}): OutboxItem =>
  OutboxItem.parse({
    cmd: `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    ticket: of,
    op,
    args: {},
    person: me.id,
    madeAt: instant(5_000 + n),
    state: 'pending',
    tries: 0,
    ...over,
  });
const known = (
  tickets: readonly Ticket[],
  outbox: readonly OutboxItem[] = [],
  more: Partial<Known> = {},
): Known => ({
  tickets: new Map(tickets.map((each) => [each.id, each])),
  outbox,
  intents: [],
  people: [me],
  ...more,
});
const row = (board: ReturnType<typeof project>, id: string) => board.rows.get(id)!;

describe('what this seat did lies over the room’s word', () => {
  test('a pending claim shows the ticket as mine, and as not confirmed', () => {
    const seen = row(project(known([ticket('a')], [item(1, 'a', 'ticket.claim')]), viewer), 'a');
    expect(seen.mine).toBe(true);
    expect(seen.ticket.state).toBe('claimed');
    expect(seen.confirmed?.state).toBe('open');
    expect(seen.pending).toHaveLength(1);
  });
  test('commands add up in the order they were made', () => {
    const outbox = [
      item(1, 'a', 'ticket.claim'),
      item(2, 'a', 'ticket.close', { args: { outcome: 'done' } }),
    ];
    const board = project(known([ticket('a')], outbox), viewer);
    expect(row(board, 'a').ticket.outcome).toBe('done');
    expect(board.open).toBe(0);
  });
  test('a ticket that only this seat knows is there, without a reference', () => {
    const args = {
      title: 'Tag',
      kind: 'graffiti',
      service: 'cleaning',
      priority: 4,
      place: { label: 'Rue Monge' },
    };
    const seen = row(project(known([], [item(1, 'new', 'ticket.create', { args })]), viewer), 'new');
    expect(seen.confirmed).toBeUndefined();
    expect(seen.ticket.ref).toBeUndefined();
    expect(seen.ticket.title).toBe('Tag');
  });
  test('held and refused commands change nothing on the ticket', () => {
    const outbox = [
      item(1, 'a', 'ticket.claim', { state: 'held' }),
      item(2, 'a', 'ticket.claim', { state: 'refused' }),
    ];
    expect(row(project(known([ticket('a')], outbox), viewer), 'a').ticket.state).toBe('open');
  });
  test('what the rule would refuse is not laid over', () => {
    const owned = ticket('a', { state: 'claimed', owner: { seat: 's2', person: 'p-2' } });
    expect(row(project(known([owned], [item(1, 'a', 'ticket.claim')]), viewer), 'a').mine).toBe(false);
  });
});

describe('the queue', () => {
  test('what this seat has closed stays, unconfirmed, until the room has said so', () => {
    const close = item(1, 'a', 'ticket.close', { args: { outcome: 'done' } });
    const mine = { owner: { seat: viewer.seat, person: me.id }, state: 'claimed' } as const;
    const board = project(known([ticket('a', mine)], [close]), viewer);
    expect(board.open).toBe(0);
    expect(board.groups.flatMap(({ rows }) => rows)[0]?.ticket.state).toBe('closed');
    expect(
      project(known([ticket('a', { ...mine, state: 'closed' })]), viewer).groups.flatMap(({ rows }) => rows),
    ).toEqual([]);
  });
  test('an unacknowledged P1 comes first and is counted; acknowledging silences it', () => {
    const first = ticket('old', { priority: 1, acknowledgedBy: { seat: 's2', person: 'p-2' } });
    const second = ticket('new', { priority: 1, openedAt: instant(9_000) });
    const board = project(known([first, second]), viewer);
    expect(board.groups[0]?.rows.map((each) => each.ticket.id)).toEqual(['new', 'old']);
    expect(board.alarming).toHaveLength(1);
    const silent = project(known([first, second], [item(1, 'new', 'ticket.acknowledge')]), viewer);
    expect(silent.alarming).toHaveLength(0);
  });
  test('every open ticket stands once, in the group of its priority, oldest first', () => {
    const some = fc.record({
      id: fc.uuid(),
      priority: fc.constantFrom(1, 2, 3, 4),
      at: fc.integer({ min: 0, max: 1e9 }),
      state: fc.constantFrom('open', 'claimed', 'closed'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(some, { selector: ({ id }) => id, maxLength: 40 }), (made) => {
        const owner = { seat: 's2', person: 'p-2' };
        const tickets = made.map(({ id, at, ...rest }) =>
          ticket(id, { ...rest, openedAt: instant(at), acknowledgedBy: owner }),
        );
        const { groups, open } = project(known(tickets), viewer);
        const shown = groups.flatMap((group) => group.rows);
        expect(open).toBe(made.filter(({ state }) => state !== 'closed').length);
        expect(new Set(shown.map((each) => each.ticket.id)).size).toBe(open);
        for (const group of groups) {
          const ages = group.rows.map((each) => each.ticket.openedAt as string);
          expect(ages).toEqual(ages.toSorted());
          expect(group.rows.every((each) => each.ticket.priority === group.priority)).toBe(true);
        }
      }),
    );
  });
});

describe('what did not go through', () => {
  const theirs = {
    ticket: ticket('a', { state: 'claimed', owner: { seat: 's2', person: 'p-2' }, version: 2 }),
  };
  test('lost to a colleague is a conflict, other refusals are to be read, the rest is held', () => {
    const lost = item(1, 'a', 'ticket.claim', { state: 'refused', code: 'VERSION_CONFLICT', theirs });
    const forbidden = item(2, 'a', 'ticket.reopen', { state: 'refused', code: 'FORBIDDEN', theirs });
    const behind = item(3, 'a', 'ticket.release', { state: 'held' });
    const board = project(known([ticket('a')], [lost, forbidden, behind]), viewer);
    expect(board.conflicts).toEqual([lost]);
    expect(board.refused).toEqual([forbidden]);
    expect(board.held).toEqual([behind]);
  });
  test('without the room’s word on it a lost race can only be read', () => {
    const lost = item(1, 'a', 'ticket.claim', { state: 'refused', code: 'VERSION_CONFLICT' });
    const board = project(known([ticket('a')], [lost]), viewer);
    expect(board.conflicts).toEqual([]);
    expect(board.refused).toEqual([lost]);
  });
  test('a colleague’s intention is shown, one’s own is not', () => {
    const intent = (seat: string) => ({
      v: 1 as const,
      target: { type: 'ticket' as const, id: 'a' as never },
      op: 'ticket.claim' as const,
      at: instant(1),
      seat,
    });
    const board = project(known([ticket('a')], [], { intents: [intent('poste-14'), intent('s2')] }), viewer);
    expect(row(board, 'a').intents.map(({ seat }) => seat)).toEqual(['s2']);
  });
});

describe('brought up to date change by change', () => {
  const owner = { seat: 's2', person: 'p-2' };
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const some = fc.record({
    id: fc.constantFrom(...ids),
    priority: fc.constantFrom(1, 2, 3, 4),
    openedAt: fc.integer({ min: 0, max: 3 }).map((at) => instant(at * 1_000)),
    state: fc.constantFrom('open', 'claimed', 'closed'),
    acknowledgedBy: fc.constantFrom(undefined, owner),
  });
  const tickets = fc
    .array(some, { maxLength: 6 })
    .map((made) => new Map(made.map(({ id, ...rest }) => [id, ticket(id, { ...rest, owner })])));
  const outbox = fc
    .array(
      fc.record({
        of: fc.constantFrom(...ids),
        op: fc.constantFrom('ticket.claim', 'ticket.acknowledge', 'ticket.release', 'ticket.note'),
        state: fc.constantFrom('pending', 'sent', 'refused', 'held'),
      }),
      { maxLength: 4 },
    )
    .map((made) => made.map(({ of, op, state }, n) => item(n, of, op, { state, args: { text: 'vu' } })));
  const intents = fc.subarray(ids).map((of) =>
    of.map((id) => ({
      v: 1,
      target: { type: 'ticket', id },
      op: 'ticket.claim',
      seat: 's2',
      at: instant(0),
    })),
  ) as unknown as fc.Arbitrary<Known['intents']>;
  const change = fc.oneof(
    fc.record({ tickets }),
    fc.record({ outbox }),
    fc.record({ intents }),
    fc.record({ tickets, outbox, intents }),
    fc.constantFrom({}, { people: [] }, { viewer: { seat: 'poste-14', me: undefined } }, { viewer }),
  );
  const plain = (board: ReturnType<typeof project>) => ({
    ...board,
    rows: [...board.rows.values()].toSorted((a, b) => (a.ticket.id < b.ticket.id ? -1 : 1)),
  });

  test('the board is the one that is made anew, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const projector = createProjector();
        let [now, eyes]: [Known, typeof viewer | { seat: string; me: undefined }] = [known([]), viewer];
        for (const { viewer: other, ...more } of changes as readonly (Partial<Known> & {
          viewer?: typeof viewer;
        })[]) {
          now = { ...now, ...more };
          eyes = other ?? eyes;
          expect(plain(projector(now, eyes))).toEqual(plain(project(now, eyes)));
        }
      }),
      { numRuns: 300 },
    );
  });
  test('what has not changed is the same object', () => {
    const projector = createProjector();
    const b = ticket('b', { priority: 3 });
    const before = known([ticket('a'), b]);
    const one = projector(before, viewer);
    const tickets = known([ticket('a', { version: 2 }), b]).tickets;
    const two = projector({ ...before, tickets }, viewer);
    expect(row(two, 'b')).toBe(row(one, 'b'));
    expect(two.groups[2]).toBe(one.groups[2]);
    expect(row(two, 'a')).not.toBe(row(one, 'a'));
  });
});
