import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticket as sample } from '../../../tests/support/ticket.ts';
import { command, nextId } from '../../../tests/support/ticket-command.ts';
import type { TicketCommand } from '../wire/command.ts';
import { type Instant, instant } from '../wire/time.ts';
import { applyEvent, isAheadOf } from './apply.ts';
import { type Actor, decide } from './decide.ts';
import { type Ticket, TicketEvent } from './model.ts';

const perrin = { seat: 'seat-01', person: 'perrin', role: 'operator' } as Actor;
const morel = { seat: 'seat-02', person: 'morel', role: 'operator' } as Actor;
const rixe = { id: 'rixe', version: 2 };

const open = sample('T-1', { openedAt: instant(0) });

const step = (id: string) => ({ id, text: `Faire ${id}` });
const done = (id: string, procedure = rixe) =>
  command('ticket.step', { mark: 'done', procedure, step: step(id) });
const skipped = (id: string, motive?: string) =>
  command('ticket.step', { mark: 'skipped', procedure: rixe, step: step(id) }, motive);
const undo = (id: string, cmd: string) =>
  command('ticket.step', { mark: 'none', procedure: rixe, step: step(id), undo: cmd });

/** One ticket, decided as the hub would. */
class Room {
  ticket: Ticket = open;
  readonly events: TicketEvent[] = [];

  act(what: TicketCommand, actor = perrin, at: Instant = instant(1_000)): string {
    const decision = decide(this.ticket, what, { actor, at, ref: '' });
    if (!decision.ok) return decision.code;
    const { ok: _, ...said } = decision;
    const seq = this.events.length + 1;
    const event = TicketEvent.parse({
      v: 1,
      seq,
      epoch: 'e',
      target: what.target,
      at,
      cmd: what.cmd,
      ...said,
    });
    this.ticket = applyEvent(this.ticket, event);
    this.events.push(event);
    return 'OK';
  }
}

test('what is said of a step stays with the ticket, and with its event', () => {
  const room = new Room();
  const skip = skipped('filmer', 'caméra en panne');
  expect(room.act(skip, morel)).toBe('OK');
  expect(room.ticket).toMatchObject({
    version: 1,
    procedure: rixe,
    steps: [
      { cmd: skip.cmd, state: 'skipped', person: 'morel', at: instant(1_000), motive: 'caméra en panne' },
    ],
  });
  expect(room.events[0]).toMatchObject({ type: 'ticket.stepSkipped', subject: 'Faire filmer', version: 1 });
});

describe('two people', () => {
  test('who tick different steps, or claim, don’t hinder each other', () => {
    const room = new Room();
    expect(room.act(done('localiser'))).toBe('OK');
    expect(room.act(done('envoyer'), morel)).toBe('OK');
    expect(room.act(command('ticket.claim', {}))).toBe('OK');
    expect(room.act(done('filmer'), morel)).toBe('OK');
    expect(room.ticket.steps?.map(({ person }) => person)).toEqual(['perrin', 'morel', 'morel']);
  });

  test('who mark the same one: the first stands, whatever the second says', () => {
    const room = new Room();
    room.act(done('localiser'));
    expect(room.act(done('localiser'), morel)).toBe('BAD_STATE');
    expect(room.act(skipped('localiser', 'inutile'), morel)).toBe('BAD_STATE');
    expect(room.ticket.steps).toMatchObject([{ person: 'perrin', state: 'done' }]);
  });

  test('a mark is taken back only by who saw that one', () => {
    const room = new Room();
    const [mine, theirs] = [done('localiser'), done('localiser')];
    room.act(mine);
    expect(room.act(undo('localiser', theirs.cmd), morel)).toBe('BAD_STATE');
    expect(room.act(undo('localiser', mine.cmd), morel)).toBe('OK');
    expect(room.act(undo('localiser', mine.cmd))).toBe('BAD_STATE');
    expect(room.act(theirs, morel)).toBe('OK');
    expect(room.ticket.steps).toMatchObject([{ cmd: theirs.cmd }]);
  });

  test('who began with different procedures: the first is the ticket’s, the marks of both stay', () => {
    const room = new Room();
    room.act(done('localiser'));
    expect(room.act(done('compter', { id: 'manifestation', version: 1 }), morel)).toBe('OK');
    expect(room.ticket.procedure).toEqual(rixe);
    expect(room.ticket.steps?.map(({ procedure }) => procedure.id)).toEqual(['rixe', 'manifestation']);
  });

  test('a newer version takes the place of the one that was seen, and of no other', () => {
    const room = new Room();
    room.act(done('localiser'));
    const newer = { procedure: { ...rixe, version: 3 }, title: 'Rixe' };
    expect(room.act(command('ticket.procedure', newer))).toBe('BAD_STATE');
    expect(room.act(command('ticket.procedure', { ...newer, instead: rixe }))).toBe('OK');
    expect(room.act(command('ticket.procedure', { ...newer, instead: rixe }), morel)).toBe('BAD_STATE');
    expect(room.ticket).toMatchObject({ procedure: { version: 3 }, steps: [{ procedure: rixe }] });
  });
});

test('a seat that an answer has put ahead ends with the hub’s ticket, though notes of before come after it', () => {
  const room = new Room();
  room.act(command('ticket.note', { text: 'vu' }), morel, instant(2_000));
  room.act(done('localiser'), perrin, instant(3_000));
  expect(isAheadOf(room.ticket, open)).toBe(true);
  expect(room.events.reduce<Ticket>((seat, event) => applyEvent(seat, event), room.ticket)).toEqual(
    room.ticket,
  );
});

test('on a closed ticket only what was done before it was closed is taken', () => {
  const room = new Room();
  room.act(command('ticket.claim', {}));
  room.act({ ...command('ticket.close', { outcome: 'done' }), exp: 2 }, perrin, instant(60_000));
  expect(room.act(done('localiser'), morel, instant(61_000))).toBe('BAD_STATE');
  expect(room.act(done('localiser'), morel, instant(59_000))).toBe('OK');
  expect(room.ticket).toMatchObject({ state: 'closed', steps: [{ at: instant(59_000) }] });
});

test('whatever is marked and taken back by whom: each step has one mark at most, a repeated or older event changes nothing, and the replies tell which is later', () => {
  const ids = ['a', 'b', 'c'];
  const deed = fc.record({
    id: fc.constantFrom(...ids),
    what: fc.constantFrom('done', 'skipped', 'undo'),
    actor: fc.constantFrom(perrin, morel),
    pick: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
      const room = new Room();
      const states: Ticket[] = [room.ticket];
      for (const { id, what, actor, pick } of deeds) {
        const marks = room.ticket.steps ?? [];
        const seen = marks.length === 0 ? nextId() : marks[pick % marks.length]!.cmd;
        const next = what === 'done' ? done(id) : what === 'skipped' ? skipped(id, 'x') : undo(id, seen);
        if (room.act(next, actor) === 'OK') states.push(room.ticket);
      }
      const marked = (room.ticket.steps ?? []).map(({ step: { id } }) => id);
      expect(new Set(marked).size).toBe(marked.length);
      const twice = room.events.flatMap((event, n) => [event, ...room.events.slice(0, n + 1)]);
      expect(twice.reduce<Ticket>(applyEvent, open)).toEqual(room.ticket);
      for (const [n, state] of states.slice(1).entries()) {
        expect(isAheadOf(state, states[n]!)).toBe(true);
        expect(isAheadOf(states[n]!, state)).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
});
