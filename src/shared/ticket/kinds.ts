import type { Priority, Service } from './model.ts';

/** A kind of ticket that an operator opens by form: the service that answers for it and a priority to propose. */
export interface TicketKind {
  readonly id: string;
  readonly service: Service;
  readonly priority: Priority;
}

/** In the order they are offered: what presses first. Sources on the wire name their kinds by the same words. */
export const TICKET_KINDS = [
  { id: 'personDown', service: 'police', priority: 1 },
  { id: 'collision', service: 'police', priority: 1 },
  { id: 'flood', service: 'roads', priority: 1 },
  { id: 'gasSmell', service: 'police', priority: 1 },
  { id: 'lostChild', service: 'police', priority: 1 },
  { id: 'missingPerson', service: 'police', priority: 1 },
  { id: 'drowning', service: 'police', priority: 1 },
  { id: 'suspiciousPackage', service: 'police', priority: 1 },
  { id: 'collapse', service: 'buildings', priority: 1 },
  { id: 'exposedWires', service: 'lighting', priority: 1 },
  { id: 'smoke', service: 'police', priority: 2 },
  { id: 'fight', service: 'police', priority: 2 },
  { id: 'demonstration', service: 'police', priority: 2 },
  { id: 'rodeo', service: 'police', priority: 2 },
  { id: 'harassment', service: 'police', priority: 2 },
  { id: 'intrusion', service: 'buildings', priority: 2 },
  { id: 'lift', service: 'buildings', priority: 2 },
  { id: 'signalOut', service: 'roads', priority: 2 },
  { id: 'obstacle', service: 'roads', priority: 2 },
  { id: 'snow', service: 'roads', priority: 2 },
  { id: 'spill', service: 'roads', priority: 2 },
  { id: 'manhole', service: 'roads', priority: 2 },
  { id: 'tramBlocked', service: 'transit', priority: 2 },
  { id: 'feederFault', service: 'lighting', priority: 2 },
  { id: 'streetDark', service: 'lighting', priority: 2 },
  { id: 'powerCut', service: 'buildings', priority: 2 },
  { id: 'tree', service: 'greenSpaces', priority: 3 },
  { id: 'swarm', service: 'greenSpaces', priority: 3 },
  { id: 'waterLeak', service: 'roads', priority: 3 },
  { id: 'noise', service: 'police', priority: 3 },
  { id: 'dog', service: 'police', priority: 3 },
  { id: 'homeless', service: 'citizens', priority: 3 },
  { id: 'syringe', service: 'cleaning', priority: 3 },
  { id: 'blockingVehicle', service: 'parking', priority: 3 },
  { id: 'parkingBarrier', service: 'parking', priority: 3 },
  { id: 'bollard', service: 'roads', priority: 3 },
  { id: 'lampFault', service: 'lighting', priority: 4 },
  { id: 'lampReported', service: 'lighting', priority: 4 },
  { id: 'pothole', service: 'roads', priority: 4 },
  { id: 'abandonedVehicle', service: 'parking', priority: 4 },
  { id: 'busDelay', service: 'transit', priority: 4 },
  { id: 'bikeStation', service: 'bikes', priority: 4 },
  { id: 'tag', service: 'cleaning', priority: 4 },
  { id: 'litter', service: 'cleaning', priority: 4 },
  { id: 'question', service: 'citizens', priority: 4 },
  { id: 'other', service: 'citizens', priority: 3 },
] as const satisfies readonly TicketKind[];
export type TicketKindId = (typeof TICKET_KINDS)[number]['id'];
