import type { Shift } from '../../src/shared/shift/model.ts';
import { applyEvent } from '../../src/shared/ticket/apply.ts';
import type { Ticket, TicketEvent } from '../../src/shared/ticket/model.ts';
import { isPromised } from '../../src/shared/ticket/promise.ts';
import type { KeptCommand } from './crew-messages.ts';
import { some } from './some.ts';

interface Change {
  readonly before: Ticket | undefined;
  readonly event: TicketEvent;
  readonly after: Ticket;
}

function changesOf(events: readonly TicketEvent[]): readonly Change[] {
  const made = new Map<string, Ticket>();
  return events.map((event) => {
    const before = made.get(event.target.id);
    const after = applyEvent(before, event);
    made.set(event.target.id, after);
    return { before, event, after };
  });
}

/** A mark goes only where it is taken back, one at a time, and no step has two. */
function marks(changes: readonly Change[]): readonly string[] {
  return changes.flatMap(({ before, event, after }) => {
    const [had, has] = [before?.steps ?? [], after.steps ?? []];
    const gone = had.filter(
      ({ cmd, step }) => !has.some((one) => one.cmd === cmd && one.step.id === step.id),
    );
    const steps = has.map(({ procedure, step }) => `${procedure.id} ${step.id}`);
    const may = event.type === 'ticket.stepUndone' ? 1 : 0;
    return [
      ...(gone.length > may ? [`${event.seq} ${event.type} takes ${gone.length} marks off`] : []),
      ...(new Set(steps).size < steps.length ? [`${event.seq} ${event.type} marks a step twice`] : []),
    ];
  });
}

/** Somebody waits to be called back until they were, will not be, are promised anew, or the other ticket says so. */
function promises(changes: readonly Change[]): readonly string[] {
  return changes.flatMap(({ before, event, after }, i) => {
    if (before === undefined || !isPromised(before)) return [];
    if (after.state === 'closed' && isPromised(after)) return [`${event.seq} ${event.type} closes over it`];
    if (isPromised(after)) return [];
    const may = ['ticket.kept', 'ticket.revoked'].includes(event.type);
    const next = changes[i + 1]?.event;
    const goesOn = next?.type === 'ticket.promiseMoved' && next.target.id === after.mergedInto;
    return may || goesOn ? [] : [`${event.seq} ${event.type} forgets it`];
  });
}

const ENDS: Readonly<Record<string, Shift['state']>> = {
  'shift.accept': 'accepted',
  'shift.decline': 'declined',
  'shift.withdraw': 'withdrawn',
};

/** What steps and promises come to, whoever did them and in whatever order they came. */
export function judgeWork(events: readonly TicketEvent[]): readonly string[] {
  const changes = changesOf(events);
  return [
    ...some('a step lost or marked twice', marks(changes)),
    ...some('a promise lost', promises(changes)),
  ];
}

/** An accepted command on a handover stands as it was answered, and its tickets have passed with it, all of them. */
export function faultOfShift(
  { op, cmd, target }: KeptCommand,
  shifts: ReadonlyMap<string, Shift>,
  events: readonly TicketEvent[],
): string | undefined {
  const shift = shifts.get(target);
  if (shift === undefined) return 'left no handover';
  const state = ENDS[op];
  if (state !== undefined && shift.state !== state) return `left it ${shift.state}`;
  if (op !== 'shift.accept') return undefined;
  const passed = events.filter((event) => event.cmd === cmd).map((event) => event.target.id as string);
  const missing = shift.tickets.filter((id) => !passed.includes(id));
  return missing.length === 0 && passed.length === shift.tickets.length
    ? undefined
    : `passed ${passed.length} of ${shift.tickets.length} tickets`;
}
