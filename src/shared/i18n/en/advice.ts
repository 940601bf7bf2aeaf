import type { advice as fr } from '../fr/advice.ts';

/** What rules advise, and why. */
export const advice: Record<keyof typeof fr, string> = {
  'advice.title': 'Advice',
  'advice.duplicate': 'Probably a duplicate of {ref}',
  'advice.more': '{n, plural, one {and # other} other {and # others}}',
  'advice.near': '{metres, number} m away',
  'advice.sameStreet': 'same street',
  'advice.soon': '{minutes, plural, =0 {within the same minute} other {# min apart}}',
  'advice.sameKind': 'same kind',
  'advice.sameWords': 'same words: {words}',
  'advice.limits': 'Beyond {metres, number} m or {minutes, number} min apart nothing would be proposed.',
  'advice.merge': 'Merge into {ref}',
  'advice.refuse': 'Refuse…',
  'advice.motive': 'Why these are two events',
  'advice.motiveHint': 'The reason stays in the timeline; the advice will not come back.',
  'advice.send': 'Refuse the advice',
  'advice.key.accept': 'Follow the advice',
  'advice.key.refuse': 'Refuse the advice, with a reason',
  'desk.event.advice.refused': 'Advice refused by {who}',
  'desk.op.advice.refuse': 'Refuse advice',
  'desk.fact.merged': 'Duplicates',
};
