import type { links as fr } from '../fr/links.ts';

export const links: Readonly<Record<keyof typeof fr, string>> = {
  'links.title': 'Linked tickets',
  'links.add': 'Link…',
  'links.key': 'Link with another ticket',
  'links.old': 'Archived ticket',
  'links.oldDetail': 'Kept by the hub',
  'links.remove': 'Unlink {name}',
  'links.label': 'Ticket to link',
  'links.hint': 'Number, title, place or note',
  'links.none': 'No ticket matches',
  'links.chosen': 'Chosen',
  'links.send': 'Link',
};
