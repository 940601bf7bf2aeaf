import type { TicketKindId } from '../ticket/kinds.ts';

/** What a look tells somebody who decides what to send. */
export type Shows = 'persons' | 'danger' | 'traffic' | 'crowd';

/**
 * Kinds that justify a look at a public place: something happens there now, which a picture shows and which decides
 * what is sent (Code de la sécurité intérieure, L. 251-2). Nobody is watched over a question, a lamp or the noise
 * at a neighbour's.
 */
export const JUSTIFIES: Partial<Readonly<Record<TicketKindId, Shows>>> = {
  personDown: 'persons',
  collision: 'persons',
  drowning: 'persons',
  lostChild: 'persons',
  missingPerson: 'persons',
  fight: 'persons',
  intrusion: 'persons',
  suspiciousPackage: 'danger',
  collapse: 'danger',
  flood: 'danger',
  smoke: 'danger',
  gasSmell: 'danger',
  obstacle: 'traffic',
  signalOut: 'traffic',
  tramBlocked: 'traffic',
  rodeo: 'traffic',
  demonstration: 'crowd',
};
