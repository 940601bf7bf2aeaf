/** Watching cameras: domains, motives. */
export const cameras = {
  'cameras.domain.publicSpace': 'public space',
  'cameras.domain.transport': 'transport',
  'cameras.domain.parking': 'parking',
  'cameras.domain.bikes': 'bikes',
  'cameras.motive.title': 'Watch {camera}',
  'cameras.motive.why':
    'No ticket of yours justifies this picture: say why you watch it. The reason is written in the journal.',
  'cameras.motive.label': 'Reason',
  'cameras.motive.watch': 'Watch',
} as const;
