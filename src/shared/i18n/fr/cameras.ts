/** Watching cameras: domains, motives. */
export const cameras = {
  'cameras.domain.publicSpace': 'domaine public',
  'cameras.domain.transport': 'transports',
  'cameras.domain.parking': 'stationnement',
  'cameras.domain.bikes': 'vélo',
  'cameras.near': '{n, plural, one {Voir # caméra} other {Voir # caméras}} à proximité',
  'cameras.more': '{n, plural, one {# autre caméra} other {# autres caméras}} à proximité',
  'cameras.fewer': 'Moins de caméras',
  'cameras.locked': 'Caméras : motif requis',
  'cameras.locked.open': 'Regarder {camera}…',
  'cameras.motive.title': 'Regarder {camera}',
  'cameras.motive.why':
    'Aucune intervention à vous ne justifie cette image : dites pourquoi vous la regardez. Le motif est inscrit à la main courante.',
  'cameras.motive.label': 'Motif',
  'cameras.motive.watch': 'Regarder',
} as const;
