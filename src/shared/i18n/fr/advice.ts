/** What rules advise, and why. */
export const advice = {
  'advice.title': 'Conseil',
  'advice.duplicate': 'Doublon probable de {ref}',
  'advice.more': '{n, plural, one {et # autre} other {et # autres}}',
  'advice.near': 'à {metres, number} m',
  'advice.sameStreet': 'même rue',
  'advice.soon': '{minutes, plural, =0 {à la même minute} other {à # min d’écart}}',
  'advice.sameKind': 'même nature',
  'advice.sameWords': 'mêmes mots : {words}',
  'advice.limits':
    'Au-delà de {metres, number} m ou de {minutes, number} min d’écart, rien ne serait proposé.',
  'advice.merge': 'Fusionner dans {ref}',
  'advice.refuse': 'Refuser…',
  'advice.motive': 'Pourquoi ce sont deux événements',
  'advice.motiveHint': 'Le motif reste dans la chronologie ; le conseil ne reviendra pas.',
  'advice.send': 'Refuser le conseil',
  'advice.key.accept': 'Suivre le conseil',
  'advice.key.refuse': 'Refuser le conseil, avec un motif',
  'desk.event.advice.refused': 'Conseil refusé par {who}',
  'desk.op.advice.refuse': 'Refuser un conseil',
  'desk.fact.merged': 'Doublons',
} as const;
