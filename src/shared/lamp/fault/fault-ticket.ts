import { v5 } from 'uuid';
import type { Alarm } from '../../alarm/model.ts';
import type { TicketId } from '../../ids.ts';
import type { Priority, Ticket, TicketDraft } from '../../ticket/model.ts';
import type { FaultCondition } from './condition.ts';
import { type FaultCause, type LampFaultGroup, NEEDS, type Need } from './group.ts';

/** For names that are faults. */
const FAULTS = '0b6a4f5e-8a57-4d0e-9d50-0f6f3b0c7a21';
const MOST_DEVICES = 200;

/** The ticket on a fault: whoever opens it, at whatever seat, opens the same one, as long as it is the same occurrence. */
export const faultTicketId = ({ id, since }: Pick<LampFaultGroup, 'id' | 'since'>): TicketId =>
  v5(`${id} ${since}`, FAULTS) as TicketId;

/** How soon by whom it takes: a street in the dark waits for nobody's round, one lantern does. */
const PRIORITY: Readonly<Record<Need, Priority>> = {
  grid: 2,
  breaker: 2,
  cabinet: 2,
  cable: 3,
  mast: 3,
  network: 4,
  lift: 4,
};
/** Nobody is in the dark where lamps burn by day. */
const BY_DAY: readonly FaultCause[] = ['clock', 'contactor'];

interface Said {
  readonly title: string;
  readonly place: string;
  readonly description: string;
}

/** A ticket for all that one repair mends. */
export function faultDraft(group: LampFaultGroup, { title, place, description }: Said): TicketDraft {
  const { cause, streets, commune, position, named } = group;
  const [street] = streets;
  const need = NEEDS[cause];
  return {
    title: title.slice(0, 160),
    kind: need === 'lift' || need === 'mast' ? 'lampFault' : 'feederFault',
    service: 'lighting',
    priority: BY_DAY.includes(cause) ? 3 : PRIORITY[need],
    place: {
      label: place.slice(0, 300),
      position,
      ...(street === undefined ? {} : { street }),
      ...(commune === undefined ? {} : { commune }),
    },
    description: description.slice(0, 4_000),
    devices: named.slice(0, MOST_DEVICES),
  };
}

/** What alarms say of what causes are told by. */
const SAID_BY: Readonly<Partial<Record<FaultCause, readonly FaultCondition[]>>> = {
  feeder: ['supply', 'broken', 'dark'],
  noSupply: ['supply', 'broken'],
  tripped: ['supply', 'broken'],
  cabinetDark: ['supply', 'broken', 'dark'],
  circuitDark: ['supply', 'broken', 'dark'],
  clock: ['burning'],
  contactor: ['burning'],
};

/** The open ticket on a fault, where there is one. */
export type TicketOfFault = (group: LampFaultGroup) => TicketId | undefined;

/**
 * Which open tickets are on which faults: the one that was opened for it; that of an alarm over a cabinet of its, for what
 * such an alarm tells of; else one that names a lamp of its.
 * @param cabinetOf of a lamp, as far as the inventory is known
 */
export function ticketsOfFaults(
  tickets: Iterable<Ticket>,
  alarms: Iterable<Alarm>,
  cabinetOf: (lamp: string) => string | undefined,
): TicketOfFault {
  const open = new Set<string>();
  const byLamp = new Map<string, TicketId>();
  for (const { id, state, service, devices = [] } of tickets) {
    if (state === 'closed' || service !== 'lighting') continue;
    open.add(id);
    for (const device of devices) byLamp.set(device, id);
  }
  const standing = [...alarms].filter(
    ({ active, ticket }) => active && ticket !== undefined && open.has(ticket),
  );
  return (group) => {
    const own = faultTicketId(group);
    if (open.has(own)) return own;
    const said = SAID_BY[group.cause] ?? [];
    const fitting = standing.filter(({ condition = 'broken' }) => said.includes(condition));
    const fed = new Map(
      fitting.flatMap(({ cabinets, ticket }) => cabinets.map((id) => [id as string, ticket!])),
    );
    for (const lamp of group.named) {
      const found = (fed.size > 0 ? fed.get(cabinetOf(lamp) ?? '') : undefined) ?? byLamp.get(lamp);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
