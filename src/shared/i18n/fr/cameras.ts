/** Watching cameras: domains, motives. */
export const cameras = {
  'cameras.domain.publicSpace': 'domaine public',
  'cameras.domain.transport': 'transports',
  'cameras.domain.parking': 'parking',
  'cameras.domain.bikes': 'vélo',
  'cameras.motive.title': 'Regarder {camera}',
  'cameras.motive.why':
    'Cette intervention n’est pas à vous\u202f: dites pourquoi vous regardez. Le motif va au journal.',
  'cameras.motive.label': 'Motif',
  'cameras.motive.watch': 'Regarder',
} as const;
