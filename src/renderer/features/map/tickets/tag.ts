import type { MapTicket } from '../model.ts';

/**
 * What its tag says: the number, which the room gives, and its age; where it is open, or has no number yet, also what it
 * is, in the title's first words.
 */
export const tagOf = (
  { label, title, age }: Pick<MapTicket, 'label' | 'title' | 'age'>,
  open: boolean,
): string => {
  const what = open || label === '' ? title.split(',')[0] || title : '';
  return [label, what, age].filter(Boolean).join(' · ');
};
