import { Ticket } from '../../../src/shared/ticket/model.ts';
import { instant } from '../../../src/shared/wire/time.ts';

const MATTERS = ['Lampadaire éteint', 'Tapage, sortie de bar', 'Dépôt sauvage', 'Feux en panne'] as const;
const STREETS = ['rue Monge', 'rue Berbisey', 'place Wilson', 'quai Nicolas-Rolin', 'rue d’Auxonne'] as const;

/** Open tickets of all priorities, half of them taken, opened one second apart until `now`. */
export const manyTickets = (count: number, now: number): readonly Ticket[] =>
  Array.from({ length: count }, (_, n) =>
    Ticket.parse({
      id: `T-${n}`,
      ref: `INT-2411-${String(n).padStart(4, '0')}`,
      title: `${MATTERS[n % MATTERS.length]} ${n}`,
      kind: 'noise',
      service: 'police',
      // One in ten is urgent; a P1 that rings would be a matter of its own.
      priority: n % 10 === 0 ? 2 : 3 + (n % 2),
      place: { label: `${n % 90}, ${STREETS[n % STREETS.length]}` },
      source: { kind: 'call', system: 'bench', sourceId: String(n) },
      ...(n % 2 === 0
        ? { state: 'open' }
        : { state: 'claimed', owner: { seat: 'seat-02', person: 'p-2' }, claimedAt: instant(now) }),
      units: [],
      links: [],
      version: 1,
      openedAt: instant(now - (count - n) * 1_000),
      updatedAt: instant(now),
    }),
  );
