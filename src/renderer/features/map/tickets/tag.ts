import type { MapTicket } from '../model.ts';

/**
 * What its tag says: the number, which the room gives; where it is open, or has no number yet, also what it is, in the
 * title's first words.
 */
export const tagOf = ({ label, title }: Pick<MapTicket, 'label' | 'title'>, open: boolean): string =>
  open || label === '' ? [label, title.split(',')[0] || title].filter(Boolean).join(' · ') : label;
