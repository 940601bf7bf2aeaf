import type { session as fr } from '../fr/session.ts';

export const session: Record<keyof typeof fr, string> = {
  'session.title': 'Take the seat',
  'session.lead': 'Seat {seat}',
  'session.who': 'Who are you?',
  'session.declared': 'Identity declared, not verified: the journal will say so.',
  'session.open': 'Take the seat',
  'session.close': 'Leave the seat',
  'session.choose': 'Choose a name from the list.',
  'session.noMatch': 'Nobody of that name in the room',
  'session.refused': 'Opening refused ({code}).',
  'session.nobody': 'Nobody is known to this seat',
  'session.nobodyDetail': 'Names come from the hub. They will appear as soon as it answers.',
  'session.offline': 'Without the hub: your session will be confirmed when it is back.',
  'session.offlineTag': 'offline',
  'session.menu': 'Seat {seat}, {name}',
  'role.operator': 'operator',
  'role.supervisor': 'supervisor',
  'role.it': 'IT',
  'assurance.declared': 'declared identity',
  'assurance.proved': 'verified identity',
};
