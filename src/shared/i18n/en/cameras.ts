/** Watching cameras: domains, motives. */
export const cameras = {
  'cameras.domain.publicSpace': 'public space',
  'cameras.domain.transport': 'transport',
  'cameras.domain.parking': 'parking',
  'cameras.domain.bikes': 'bikes',
  'cameras.motive.title': 'Watch {camera}',
  'cameras.motive.why': 'This ticket is not yours: say why you watch. The motive goes to the journal.',
  'cameras.motive.label': 'Motive',
  'cameras.motive.watch': 'Watch',
} as const;
