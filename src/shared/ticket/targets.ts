import { z } from 'zod';
import { type Instant, millis } from '../wire/time.ts';
import { TICKET_KINDS, type TicketKind } from './kinds.ts';
import type { Priority, Ticket } from './model.ts';

/** What a ticket goes through, each with a time by which it should be done: taken, a team sent, there, over. */
export const MILESTONES = ['claim', 'assign', 'arrive', 'close'] as const;
export type Milestone = (typeof MILESTONES)[number];

/** Minutes since the ticket was opened; without one where that kind of ticket has no such milestone. */
const Minutes = z.number().positive().max(525_600);
export const Targets = z.strictObject({
  claim: Minutes,
  assign: Minutes.optional(),
  arrive: Minutes.optional(),
  close: Minutes.optional(),
});
export type Targets = z.infer<typeof Targets>;
const Priorities = z.strictObject({ 1: Targets, 2: Targets, 3: Targets, 4: Targets });

/** The room's targets, room data `targets`, of which there is one. */
export const RoomTargets = z.object({
  v: z.literal(1),
  id: z.literal('room'),
  priorities: Priorities,
  /** by kind, in place of those of the priority at which the kind is usually opened */
  kinds: z.record(z.string(), Targets),
});
export type RoomTargets = z.infer<typeof RoomTargets>;
/** What IT configures: only what is other than the defaults. */
export const TargetsConfig = z.strictObject({
  priorities: z.partialRecord(z.enum(['1', '2', '3', '4']), Targets).default({}),
  kinds: z.record(z.string(), Targets).default({}),
});

const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * What a French city may promise, where it has not said otherwise. Where a contract or the law says a time it is
 * that: three days for one lamp as lighting contracts have it, eight for a vehicle, which is abandoned once it has stood
 * for more than seven (Code de la route, R. 417-12).
 */
export const DEFAULT_TARGETS: RoomTargets = {
  v: 1,
  id: 'room',
  priorities: {
    1: { claim: 1, assign: 3, arrive: 10, close: 2 * HOUR },
    2: { claim: 5, assign: 10, arrive: 30, close: 4 * HOUR },
    3: { claim: 30, assign: HOUR, arrive: 2 * HOUR, close: DAY },
    4: { claim: DAY, assign: 2 * DAY, arrive: 5 * DAY, close: 10 * DAY },
  },
  kinds: {
    flood: { claim: 1, assign: 5, arrive: 20, close: 12 * HOUR },
    lift: { claim: 5, assign: 10, arrive: HOUR, close: 4 * HOUR },
    feederFault: { claim: 5, assign: 30, arrive: HOUR, close: 4 * HOUR },
    waterLeak: { claim: 30, assign: HOUR, arrive: 2 * HOUR, close: 2 * DAY },
    noise: { claim: 15, assign: 30, arrive: HOUR, close: 4 * HOUR },
    lampFault: { claim: DAY, assign: 2 * DAY, arrive: 3 * DAY, close: 3 * DAY },
    lampReported: { claim: DAY, assign: 2 * DAY, arrive: 3 * DAY, close: 3 * DAY },
    abandonedVehicle: { claim: DAY, assign: 3 * DAY, arrive: 8 * DAY, close: 30 * DAY },
    busDelay: { claim: 30, close: 4 * HOUR },
    tag: { claim: DAY, assign: 2 * DAY, arrive: 3 * DAY, close: 5 * DAY },
    litter: { claim: DAY, assign: DAY, arrive: 2 * DAY, close: 3 * DAY },
    question: { claim: DAY, close: 5 * DAY },
  },
};

/** The defaults with what is configured in place of some. */
export const roomTargets = ({ priorities, kinds }: z.output<typeof TargetsConfig>): RoomTargets => ({
  ...DEFAULT_TARGETS,
  priorities: { ...DEFAULT_TARGETS.priorities, ...priorities },
  kinds: { ...DEFAULT_TARGETS.kinds, ...kinds },
});

const USUAL: ReadonlyMap<string, Priority> = new Map(
  (TICKET_KINDS as readonly TicketKind[]).map(({ id, priority }) => [id, priority]),
);

/** A kind's own targets hold at its usual priority; who raises or lowers it means the times of that priority. */
export function targetsOf({ kind, priority }: Pick<Ticket, 'kind' | 'priority'>, room: RoomTargets): Targets {
  const own = room.kinds[kind];
  return own !== undefined && (USUAL.get(kind) ?? priority) === priority ? own : room.priorities[priority];
}

/** The milestone that a ticket has to reach now. */
export interface Due {
  readonly milestone: Milestone;
  /** since it was opened, ms */
  readonly target: number;
}

/** @returns undefined where nothing is due: it is closed, or no more is promised */
export function dueOf(ticket: Ticket, room: RoomTargets): Due | undefined {
  if (ticket.state === 'closed') return undefined;
  const targets = targetsOf(ticket, room);
  const next = MILESTONES.slice(MILESTONES.indexOf(reached(ticket)));
  for (const milestone of next) {
    const minutes = targets[milestone];
    if (minutes !== undefined) return { milestone, target: minutes * 60_000 };
  }
  return undefined;
}

/**
 * What has not been done yet, the first of it. That a team told by voice is there its ticket's owner writes down; until
 * then it is waited for.
 */
function reached({ state, assignments = [] }: Ticket): Milestone {
  if (state === 'open') return 'claim';
  if (state === 'claimed') return 'assign';
  const sent = assignments.filter((one) => one.state !== 'refused');
  const there = assignments.some((one) => one.state === 'onSite' || one.state === 'done');
  return there || sent.length === 0 ? 'close' : 'arrive';
}

/** How long past the due milestone it is; undefined where it is not. @param now ms since the epoch */
export function overdue(ticket: Ticket, room: RoomTargets, now: number): number | undefined {
  const due = dueOf(ticket, room);
  const by = due === undefined ? 0 : now - millis(ticket.openedAt as Instant) - due.target;
  return by > 0 ? by : undefined;
}

/** Priorities whose arrival is an alarm, counted against a seat's alarm budget (EEMUA 191). */
export const ALARMING: readonly Priority[] = [1, 2];
