export const seats = {
  'seats.nowhere': 'sans poste',
  'seats.at': '{n, plural, one {poste {seats}} other {postes {seats}}}',
  'seats.notThere': '{name} n’est à aucun poste : rien ne change avant sa réponse.',
  'seats.notThereSince': '{name} n’est à aucun poste depuis {time} : rien ne change avant sa réponse.',
} as const;
