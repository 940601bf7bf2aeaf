import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticket as sample } from '../../../tests/support/ticket.ts';
import { command, nextId } from '../../../tests/support/ticket-command.ts';
import { AttachmentRef } from '../attachment/model.ts';
import type { TicketCommand } from '../wire/command.ts';
import { instant } from '../wire/time.ts';
import { applyEvent, isAheadOf } from './apply.ts';
import { type Actor, type Circumstances, type Decided, decide } from './decide.ts';
import { nowHeld } from './decide-attachment.ts';
import { type Ticket, TicketEvent } from './model.ts';

const perrin = { seat: 'seat-01', person: 'perrin', role: 'operator' } as Actor;
const morel = { seat: 'seat-02', person: 'morel', role: 'operator' } as Actor;
const benali = { seat: 'seat-75', person: 'benali', role: 'supervisor' } as Actor;

const open = sample('T-1', { openedAt: instant(0) });

const sha = (letter: string) => letter.repeat(64);
const file = (letter: string, size = 3) =>
  AttachmentRef.parse({ sha256: sha(letter), name: `${letter}.jpg`, size, type: 'image/jpeg' });
const attach = (letter = 'a', size = 3) => command('ticket.attach', file(letter, size));
const detach = (attachment: string) => command('ticket.detach', { attachment }, 'mauvaise intervention');

/** One ticket, decided as the hub would. */
class Room {
  ticket: Ticket = open;
  readonly events: TicketEvent[] = [];

  act(what: TicketCommand, actor = perrin, files?: Circumstances['files']): string {
    const decision = decide(this.ticket, what, {
      actor,
      at: instant(1_000),
      ref: '',
      ...(files && { files }),
    });
    if (!decision.ok) return [decision.code, decision.field].filter(Boolean).join(' ');
    this.take(decision);
    return 'OK';
  }

  take({ ok: _, ...said }: Decided): void {
    const seq = this.events.length + 1;
    const target = { type: 'ticket', id: 'T-1' };
    const event = TicketEvent.parse({ v: 1, seq, epoch: 'e', target, at: instant(1_000), ...said });
    this.ticket = applyEvent(this.ticket, event);
    this.events.push(event);
  }
}

test('a file is named with who attached it, where and when, and takes nothing from anybody: the version stays', () => {
  const room = new Room();
  expect(room.act(command('ticket.claim', {}), morel)).toBe('OK');
  const photo = attach();
  expect(room.act(photo)).toBe('OK');
  expect(room.ticket).toMatchObject({ version: 2, owner: { person: 'morel' } });
  expect(room.ticket.attachments).toEqual([
    {
      cmd: photo.cmd,
      sha256: sha('a'),
      name: 'a.jpg',
      size: 3,
      type: 'image/jpeg',
      person: 'perrin',
      seat: 'seat-01',
      at: instant(1_000),
    },
  ]);
  expect(room.events.at(-1)).toMatchObject({ type: 'ticket.attached', subject: 'a.jpg' });
});

test('a closed ticket still takes a file, as it takes a note', () => {
  const room = new Room();
  expect(room.act(command('ticket.claim', {}))).toBe('OK');
  expect(room.act({ ...command('ticket.close', { outcome: 'done' }), exp: 2 })).toBe('OK');
  expect(room.act(attach())).toBe('OK');
});

describe('taking one off', () => {
  test('is for who attached it, whose the ticket is, or a supervisor; its name stays in the timeline', () => {
    for (const [actor, wanted] of [
      [perrin, 'OK'],
      [morel, 'NOT_OWNER'],
      [benali, 'OK'],
    ] as const) {
      const room = new Room();
      const photo = attach();
      room.act(photo);
      expect(room.act(detach(photo.cmd), actor)).toBe(wanted);
      if (wanted !== 'OK') continue;
      expect(room.ticket.attachments).toEqual([]);
      expect(room.events.at(-1)).toMatchObject({ type: 'ticket.detached', subject: 'a.jpg' });
    }
    const owned = new Room();
    const photo = attach();
    owned.act(photo);
    owned.act(command('ticket.claim', {}), morel);
    expect(owned.act(detach(photo.cmd), morel)).toBe('OK');
  });

  test('is done once, and wants a motive', () => {
    const room = new Room();
    const photo = attach();
    room.act(photo);
    room.act(detach(photo.cmd));
    expect(room.act(detach(photo.cmd))).toBe('BAD_STATE args.attachment');
    expect(() => command('ticket.detach', { attachment: photo.cmd })).toThrow('motive');
  });
});

test('what the room does not let in is refused, and said to be too large or one too many', () => {
  const files = { limits: { fileBytes: 10, perTicket: 2 } };
  const room = new Room();
  expect(room.act(attach('a', 11), perrin, files)).toBe('INVALID args.size');
  expect(room.act(attach('a', 10), perrin, files)).toBe('OK');
  expect(room.act(attach('b'), morel, files)).toBe('OK');
  expect(room.act(attach('c'), morel, files)).toBe('BAD_STATE attachments');
});

test('where the bytes have come already, from another ticket, nothing is waited for', () => {
  const room = new Room();
  const files = { limits: { fileBytes: 10, perTicket: 2 }, heldAt: instant(500) };
  room.act(attach(), perrin, files);
  expect(room.ticket.attachments).toMatchObject([{ heldAt: instant(500) }]);
  expect(nowHeld(room.ticket, file('a'), instant(900))).toBeUndefined();
});

test('whatever is attached, taken off and received: a repeated or older event changes nothing, and replies tell which is later', () => {
  const deed = fc.record({
    what: fc.constantFrom('attach', 'detach', 'held', 'step'),
    letter: fc.constantFrom('a', 'b'),
    pick: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
      const room = new Room();
      const states: Ticket[] = [room.ticket];
      for (const { what, letter, pick } of deeds) {
        const before = room.ticket;
        const standing = before.attachments ?? [];
        if (what === 'attach') room.act(attach(letter));
        else if (what === 'detach') room.act(detach(standing[pick % standing.length]?.cmd ?? nextId()));
        else if (what === 'step') room.act(step(nextId()));
        else {
          const held = nowHeld(room.ticket, file(letter), instant(2_000));
          if (held !== undefined) room.take(held);
        }
        if (room.ticket !== before) states.push(room.ticket);
      }
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

const step = (id: string) =>
  command('ticket.step', {
    mark: 'done',
    procedure: { id: 'rixe', version: 1 },
    step: { id: `s-${id.slice(-12)}`, text: 'Faire' },
  });
