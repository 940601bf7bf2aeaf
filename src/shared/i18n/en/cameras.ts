/** Watching cameras: domains, motives. */
export const cameras = {
  'cameras.domain.publicSpace': 'public space',
  'cameras.domain.transport': 'transport',
  'cameras.domain.parking': 'parking',
  'cameras.domain.bikes': 'bikes',
  'cameras.near': '{n, plural, one {Show # camera} other {Show # cameras}} nearby',
  'cameras.more': '{n, plural, one {# more camera} other {# more cameras}} nearby',
  'cameras.fewer': 'Fewer cameras',
  'cameras.locked': 'Cameras: motive required',
  'cameras.locked.open': 'Watch {camera}…',
  'cameras.motive.title': 'Watch {camera}',
  'cameras.motive.why':
    'No ticket of yours justifies this picture: say why you watch it. The reason is written in the journal.',
  'cameras.motive.label': 'Reason',
  'cameras.motive.watch': 'Watch',
} as const;
