import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextId } from '../../../tests/support/ticket-command.ts';
import { commutes } from '../outbox/machine.ts';
import type { TicketCommand, TicketOp } from '../wire/command.ts';
import { instant } from '../wire/time.ts';
import { applyEvent } from './apply.ts';
import { type Actor, decide } from './decide.ts';
import { Ticket, TicketEvent } from './model.ts';

const draft = {
  title: 'Malaise, personne inconsciente au sol',
  kind: 'personDown',
  service: 'police',
  priority: 1,
  place: { label: '41, rue de la Liberté, Dijon', position: [5.039, 47.322] },
} as const;

const actors = [
  { seat: 'seat-01', person: 'perrin', role: 'operator' },
  { seat: 'seat-02', person: 'morel', role: 'operator' },
  { seat: 'seat-75', person: 'benali', role: 'supervisor' },
] as unknown as readonly Actor[];
const [perrin, morel, benali] = actors as readonly [Actor, Actor, Actor];

const ARGS: Readonly<Record<TicketOp, object>> = {
  'ticket.create': draft,
  'ticket.claim': {},
  'ticket.release': {},
  'ticket.assign': { units: ['PM-12'] },
  'ticket.note': { text: 'pompiers sur place' },
  'ticket.prioritise': { priority: 2 },
  'ticket.link': { ticket: 'T-9' },
  'ticket.unlink': { ticket: 'T-9' },
  'ticket.merge': { into: 'T-8' },
  'ticket.close': { outcome: 'done' },
  'ticket.reopen': {},
  'ticket.takeover': {},
  'ticket.handover': { to: 'morel' },
  'ticket.accept': {},
  'ticket.decline': {},
  'ticket.acknowledge': {},
  'ticket.amend': { title: 'Malaise' },
  'unit.report': { unit: 'PM 12', answer: 'onSite' },
  'unit.release': { unit: 'PM-12' },
  'ticket.step': {
    mark: 'done',
    procedure: { id: 'malaise', version: 1 },
    step: { id: 'prevenir-samu', text: 'Prévenir le SAMU (15)' },
  },
  'ticket.procedure': { procedure: { id: 'malaise', version: 2 }, title: 'Malaise' },
  'ticket.attach': { sha256: 'a'.repeat(64), name: 'photo.jpg', size: 3, type: 'image/jpeg' },
  'ticket.detach': { attachment: '01938e8a-0000-7000-8000-00000000000a' },
  'ticket.promise': { due: instant(3_600_000) },
  'ticket.keep': { note: 'rappelé, content' },
  'ticket.revoke': {},
  'advice.refuse': { rule: 'duplicate', key: 'T-9' },
};

const command = (op: TicketOp, exp: number, args: object = ARGS[op], motive?: string): TicketCommand =>
  ({
    v: 1,
    cmd: nextId(),
    session: 's',
    op,
    target: { type: 'ticket', id: 'T-1' },
    exp,
    args,
    motive,
    madeAt: instant(0),
  }) as unknown as TicketCommand;

/** A room of one ticket: decides, makes the event as the hub would, applies it. */
class Room {
  ticket: Ticket | undefined;
  readonly events: TicketEvent[] = [];

  act(op: TicketOp, actor: Actor, exp = this.ticket?.version ?? 0, args?: object): string {
    const at = instant(1_000 * (this.events.length + 1));
    const decision = decide(this.ticket, command(op, exp, args, 'renfort'), {
      actor,
      at,
      ref: 'INT-2411-0417',
    });
    if (!decision.ok) return decision.code;
    const { type, version, patch, note } = decision;
    const event = TicketEvent.parse({
      v: 1,
      seq: this.events.length + 1,
      epoch: 'e',
      target: { type: 'ticket', id: 'T-1' },
      type,
      version,
      patch,
      at,
      ...(note === undefined ? {} : { note }),
    });
    this.ticket = applyEvent(this.ticket, event);
    this.events.push(event);
    return 'OK';
  }
}

const opened = (...steps: readonly [TicketOp, Actor][]): Room => {
  const room = new Room();
  room.act('ticket.create', perrin);
  for (const [op, actor] of steps) expect(room.act(op, actor)).toBe('OK');
  return room;
};

test('since when its owner has it begins anew with each owner; the first claim stays what targets count to', () => {
  const at = (n: number) => instant(1_000 * n);
  const room = opened(['ticket.claim', perrin]);
  expect(room.ticket).toMatchObject({ claimedAt: at(2) });
  expect(room.ticket?.ownedSince).toBeUndefined();
  room.act('ticket.takeover', benali);
  expect(room.ticket).toMatchObject({ claimedAt: at(2), ownedSince: at(3) });
  room.act('ticket.handover', benali);
  expect(room.act('ticket.accept', morel)).toBe('OK');
  expect(room.ticket).toMatchObject({ claimedAt: at(2), ownedSince: at(5) });
  room.act('ticket.release', morel);
  room.act('ticket.claim', perrin);
  expect(room.ticket).toMatchObject({ claimedAt: at(7) });
  expect(room.ticket?.ownedSince).toBeUndefined();
});

const ops = Object.keys(ARGS) as TicketOp[];
const step = fc.record({
  op: fc.constantFrom(...ops),
  actor: fc.constantFrom(...actors),
  late: fc.integer({ min: 0, max: 2 }),
});

describe('whatever 75 seats do to a ticket', () => {
  test('it stays a ticket, its state agrees with its fields, and replaying the events makes it again', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const room = new Room();
        for (const { op, actor, late } of steps) {
          const before = room.ticket;
          const code = room.act(op, actor, Math.max(0, (before?.version ?? 0) - late));
          if (code !== 'OK') expect(room.ticket).toBe(before);
          else if (!commutes(op)) expect(room.ticket?.version).toBe((before?.version ?? 0) + 1);
        }
        const { ticket } = room;
        if (ticket === undefined) return;
        Ticket.parse(ticket);
        const held = ticket.state === 'claimed' || ticket.state === 'inProgress';
        expect(held && ticket.owner === undefined).toBe(false);
        expect(ticket.state === 'open' && ticket.owner !== undefined).toBe(false);
        expect(ticket.state === 'closed').toBe(ticket.outcome !== undefined && ticket.closedAt !== undefined);
        expect(ticket.state === 'inProgress').toBe(held && ticket.units.length > 0);
        const again = room.events.reduce<Ticket | undefined>(applyEvent, undefined);
        expect(again).toEqual(ticket);
        const twice = room.events.flatMap((event) => [event, event]);
        expect(twice.reduce<Ticket | undefined>(applyEvent, undefined)).toEqual(ticket);
      }),
      { numRuns: 500 },
    );
  });

  test('of any number who claim what they saw free, exactly one has it', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...actors], { minLength: 2 }), (racers) => {
        const room = opened();
        const codes = racers.map((actor) => room.act('ticket.claim', actor, 1));
        expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
        expect(room.ticket?.owner?.person).toBe(racers[0]?.person);
      }),
    );
  });
});

describe('each arrow', () => {
  test.each<[string, Room, TicketOp, Actor, string]>([
    ['a free ticket is claimed', opened(), 'ticket.claim', perrin, 'OK'],
    ['a claimed one is not', opened(['ticket.claim', perrin]), 'ticket.claim', morel, 'BAD_STATE'],
    ['its owner releases it', opened(['ticket.claim', perrin]), 'ticket.release', perrin, 'OK'],
    ['another operator does not', opened(['ticket.claim', perrin]), 'ticket.release', morel, 'NOT_OWNER'],
    ['a supervisor may', opened(['ticket.claim', perrin]), 'ticket.release', benali, 'OK'],
    ['an unclaimed one cannot be closed', opened(), 'ticket.close', perrin, 'BAD_STATE'],
    ['closed straight from claimed', opened(['ticket.claim', perrin]), 'ticket.close', perrin, 'OK'],
    [
      'operators do not reopen',
      opened(['ticket.claim', perrin], ['ticket.close', perrin]),
      'ticket.reopen',
      perrin,
      'FORBIDDEN',
    ],
    [
      'supervisors do',
      opened(['ticket.claim', perrin], ['ticket.close', perrin]),
      'ticket.reopen',
      benali,
      'OK',
    ],
    ['operators do not take over', opened(['ticket.claim', perrin]), 'ticket.takeover', morel, 'FORBIDDEN'],
    [
      'who was named accepts',
      opened(['ticket.claim', perrin], ['ticket.handover', perrin]),
      'ticket.accept',
      morel,
      'OK',
    ],
    [
      'who was not named does not',
      opened(['ticket.claim', perrin], ['ticket.handover', perrin]),
      'ticket.accept',
      benali,
      'FORBIDDEN',
    ],
    ['what is linked is unlinked', opened(['ticket.link', perrin]), 'ticket.unlink', morel, 'OK'],
    ['what is not is not', opened(), 'ticket.unlink', morel, 'BAD_STATE'],
    ['a note goes on a closed ticket', opened(['ticket.merge', morel]), 'ticket.note', perrin, 'OK'],
  ])('%s', (_name, room, op, actor, code) => {
    expect(room.act(op, actor)).toBe(code);
  });

  test('what was decided on an older version conflicts; a note never does', () => {
    const room = opened(['ticket.prioritise', morel]);
    expect(room.act('ticket.claim', perrin, 1)).toBe('VERSION_CONFLICT');
    expect(room.act('ticket.note', perrin, 1)).toBe('OK');
    expect(room.ticket?.version).toBe(2);
    expect(room.events.at(-1)?.note).toBe('pompiers sur place');
  });

  test('a note says for whom it is, where it is for somebody', () => {
    const on = { actor: perrin, at: instant(0), ref: '' };
    const note = (args: object) => decide(opened().ticket, command('ticket.note', 1, args), on);
    expect(note({ text: 'à vous', to: 'benali' })).toMatchObject({ type: 'ticket.noted', to: 'benali' });
    expect(note({ text: 'vu' })).not.toHaveProperty('to');
  });

  test('claiming silences a P1 for the room, as acknowledging does', () => {
    const claimed = opened(['ticket.claim', perrin]);
    expect(claimed.ticket?.acknowledgedBy?.person).toBe('perrin');
    expect(claimed.act('ticket.acknowledge', morel)).toBe('BAD_STATE');
  });

  test.each([
    ['given back', opened(['ticket.claim', perrin], ['ticket.release', perrin])],
    [
      'given back after it was acknowledged',
      opened(['ticket.acknowledge', morel], ['ticket.claim', perrin], ['ticket.release', perrin]),
    ],
    ['opened again', opened(['ticket.claim', perrin], ['ticket.close', perrin], ['ticket.reopen', benali])],
  ])('a P1 %s rings again until somebody silences it', (_, room) => {
    expect(room.ticket).toMatchObject({ state: 'open', priority: 1 });
    expect(room.ticket?.acknowledgedBy).toBeUndefined();
    expect(room.act('ticket.acknowledge', morel)).toBe('OK');
  });

  const answered = (ticket: Ticket, state: string) => ({
    ...ticket,
    assignments: [{ unit: 'PM-12', state, at: instant(0) }],
  });
  const held = opened(['ticket.claim', perrin], ['ticket.assign', perrin]).ticket!;
  test.each<[string, Ticket, TicketOp, Actor, boolean]>([
    ['a ticket is taken over', held, 'ticket.takeover', benali, true],
    ['another’s is put back', held, 'ticket.release', benali, true],
    ['one’s own is put back', held, 'ticket.release', perrin, false],
    [
      'one’s own, to which a unit comes',
      answered(held, 'accepted') as Ticket,
      'ticket.release',
      perrin,
      true,
    ],
    ['one’s own, where a unit is', answered(held, 'onSite') as Ticket, 'ticket.release', perrin, true],
    [
      'one’s own, that a unit has finished',
      answered(held, 'done') as Ticket,
      'ticket.release',
      perrin,
      false,
    ],
    ['a unit is taken off that was only told', held, 'unit.release', perrin, false],
    ['one that comes', answered(held, 'accepted') as Ticket, 'unit.release', perrin, true],
    ['one that is there', answered(held, 'onSite') as Ticket, 'unit.release', perrin, true],
    ['one that refused', answered(held, 'refused') as Ticket, 'unit.release', perrin, false],
    ['one that has finished', answered(held, 'done') as Ticket, 'unit.release', perrin, false],
  ])(
    '%s: why is to be said where it goes over somebody’s head, or calls somebody back',
    (_, ticket, op, actor, asks) => {
      const on = { actor, at: instant(5_000), ref: '' };
      const decided = (motive?: string) => decide(ticket, command(op, ticket.version, ARGS[op], motive), on);
      if (asks) expect(decided()).toEqual({ ok: false, code: 'INVALID', field: 'motive' });
      else expect(decided().ok).toBe(true);
      expect(decided('autre urgence').ok).toBe(true);
    },
  );

  test('whoever may not at all is told that, and not asked why', () => {
    const on = { actor: morel, at: instant(5_000), ref: '' };
    const asked = (op: TicketOp) => decide(held, command(op, held.version), on);
    expect(asked('ticket.takeover')).toMatchObject({ code: 'FORBIDDEN' });
    expect(asked('ticket.release')).toMatchObject({ code: 'NOT_OWNER' });
  });
});
