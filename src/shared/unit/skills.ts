import type { TicketKindId } from '../ticket/kinds.ts';

/** What units may be able to do, as far as the rules ask for it. */
export const SKILLS = [
  'firstAid',
  'publicOrder',
  'traffic',
  'dogs',
  'electricity',
  'signals',
  'roadworks',
  'water',
  'trees',
  'cleaning',
  'towing',
  'parkingMachines',
  'buildings',
  'lifts',
  'transit',
  'bikes',
  'mediation',
] as const;
export type Skill = (typeof SKILLS)[number];

/**
 * What a kind of ticket asks of a unit: one of these, the first best. A kind that is not here wants a unit of the
 * service that answers for it.
 */
export const SKILLS_WANTED: Readonly<Partial<Record<TicketKindId, readonly Skill[]>>> = {
  personDown: ['firstAid', 'publicOrder'],
  collision: ['traffic', 'firstAid'],
  flood: ['water', 'roadworks', 'traffic'],
  smoke: ['publicOrder'],
  fight: ['publicOrder'],
  intrusion: ['publicOrder', 'buildings'],
  lift: ['lifts', 'buildings'],
  signalOut: ['signals', 'traffic'],
  obstacle: ['roadworks', 'traffic'],
  tramBlocked: ['transit', 'traffic'],
  feederFault: ['electricity'],
  tree: ['trees', 'roadworks'],
  waterLeak: ['water', 'roadworks'],
  noise: ['publicOrder', 'mediation'],
  dog: ['dogs', 'publicOrder'],
  blockingVehicle: ['towing', 'traffic'],
  parkingBarrier: ['parkingMachines'],
  bollard: ['roadworks', 'electricity'],
  lampFault: ['electricity'],
  lampReported: ['electricity'],
  pothole: ['roadworks'],
  abandonedVehicle: ['towing'],
  busDelay: ['transit'],
  bikeStation: ['bikes'],
  tag: ['cleaning'],
  litter: ['cleaning'],
};
