import { Ticket } from '../../src/shared/ticket/model.ts';
import { instant } from '../../src/shared/wire/time.ts';

/** An open ticket of a call, as the hub would tell it; what a test is about it gives itself. */
export const ticket = (id: string, over: object = {}): Ticket =>
  Ticket.parse({
    id,
    title: 'Malaise',
    kind: 'malaise',
    service: 'police',
    priority: 2,
    place: { label: 'Place Wilson' },
    source: { kind: 'call', system: 'cta', sourceId: id },
    state: 'open',
    units: [],
    links: [],
    version: 1,
    openedAt: instant(1_000),
    updatedAt: instant(1_000),
    ...over,
  });
