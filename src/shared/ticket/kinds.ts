import type { Priority, Service } from './model.ts';

/** A kind of ticket that an operator opens by form: the service that answers for it and a priority to propose. */
export interface TicketKind {
  readonly id: string;
  readonly service: Service;
  readonly priority: Priority;
}

/** In the order they are offered: what presses first. */
export const TICKET_KINDS = [
  { id: 'malaise', service: 'police', priority: 1 },
  { id: 'accident', service: 'police', priority: 1 },
  { id: 'fire', service: 'police', priority: 1 },
  { id: 'fight', service: 'police', priority: 2 },
  { id: 'intrusion', service: 'police', priority: 2 },
  { id: 'flood', service: 'roads', priority: 2 },
  { id: 'fallenTree', service: 'greenSpaces', priority: 2 },
  { id: 'circuitOut', service: 'lighting', priority: 2 },
  { id: 'trafficLights', service: 'roads', priority: 3 },
  { id: 'roadHazard', service: 'roads', priority: 3 },
  { id: 'noise', service: 'police', priority: 3 },
  { id: 'badParking', service: 'parking', priority: 3 },
  { id: 'transit', service: 'transit', priority: 3 },
  { id: 'lampOut', service: 'lighting', priority: 4 },
  { id: 'graffiti', service: 'cleaning', priority: 4 },
  { id: 'waste', service: 'cleaning', priority: 4 },
  { id: 'bikes', service: 'bikes', priority: 4 },
  { id: 'building', service: 'buildings', priority: 4 },
  { id: 'other', service: 'citizens', priority: 3 },
] as const satisfies readonly TicketKind[];
export type TicketKindId = (typeof TICKET_KINDS)[number]['id'];
