/** Watching cameras: domains, motives. */
export const cameras = {
  'cameras.domain.publicSpace': 'domaine public',
  'cameras.domain.transport': 'transports',
  'cameras.domain.parking': 'parking',
  'cameras.domain.bikes': 'vélo',
  'cameras.motive.title': 'Regarder {camera}',
  'cameras.motive.why':
    'Aucune intervention à vous ne justifie cette image : dites pourquoi vous regardez. Le motif va au journal.',
  'cameras.motive.label': 'Motif',
  'cameras.motive.watch': 'Regarder',
} as const;
