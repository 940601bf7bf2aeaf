import { authorize } from '../../../shared/rights/authorize.ts';
import { decide } from '../../../shared/ticket/decide.ts';
import { TicketCommand, type TicketOp } from '../../../shared/wire/command.ts';
import { instant } from '../../../shared/wire/time.ts';
import type { Row, Viewer } from './model.ts';

/** Arguments that stand in while only asking whether an op would be allowed. */
const SAMPLE: Partial<Record<TicketOp, object>> = {
  'ticket.assign': { units: ['?'] },
  'ticket.note': { text: '?' },
  'ticket.prioritise': { priority: 4 },
  'ticket.close': { outcome: 'done' },
  'ticket.handover': { to: '?' },
  'ticket.merge': { into: '?' },
  'ticket.link': { ticket: '?' },
  'ticket.unlink': { ticket: '?' },
  'ticket.promise': { due: instant(0) },
  'unit.release': { unit: '?' },
  'unit.report': { unit: '?', answer: 'accepted' },
  'advice.refuse': { rule: 'duplicate', key: '?' },
};

/**
 * What the room's own rules and rights would let this person do on a ticket now. The hub decides anew; this
 * only keeps buttons honest.
 */
export function allowed(row: Row, { seat, me }: Viewer, op: TicketOp): boolean {
  if (me === undefined || !authorize(me, op, { kind: 'ticket' }).ok) return false;
  const command = TicketCommand.parse({
    v: 1,
    cmd: '018f0000-0000-7000-8000-000000000000',
    session: '?',
    op,
    target: { type: 'ticket', id: row.ticket.id },
    exp: row.ticket.version,
    args: SAMPLE[op] ?? {},
    motive: '?',
    madeAt: instant(0),
  });
  const actor = { seat: seat as never, person: me.id, role: me.role };
  return decide(row.ticket, command, { actor, at: instant(0), ref: '' }).ok;
}
