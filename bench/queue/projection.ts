import { createProjector, type Known, project } from '../../src/renderer/features/desk/projection.ts';
import type { Ticket } from '../../src/shared/ticket/model.ts';
import type { Row } from '../report.ts';
import { manyTickets } from './page/many-tickets.ts';

const OPEN = 10_000;
const CHANGES = 200;

/** One change of one ticket, projected on what was there and projected anew. */
export function projectionRows(): readonly Row[] {
  const tickets = manyTickets(OPEN, Date.now());
  const viewer = { seat: 'seat-01', me: undefined };
  const projectOn = createProjector();
  let known: Known = {
    tickets: new Map(tickets.map((ticket) => [ticket.id, ticket])),
    outbox: [],
    intents: [],
    people: [],
  };
  projectOn(known, viewer);
  const ours: number[] = [];
  const rival: number[] = [];
  for (let n = 0; n < CHANGES; n++) {
    const old = tickets[(n * 7_919) % OPEN]!;
    const changed: Ticket = { ...old, title: `Changée ${n}`, version: n + 2 };
    known = { ...known, tickets: new Map(known.tickets).set(old.id, changed) };
    ours.push(msOf(() => projectOn(known, viewer)));
    rival.push(msOf(() => project(known, viewer)));
  }
  return [
    {
      measure: 'one change of 10,000 tickets projected',
      unit: 'ms',
      ours,
      rival,
      rivalName: 'all projected anew',
      goal: 0.5,
      good: 'at most',
    },
  ];
}

function msOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
