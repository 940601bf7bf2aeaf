export const crossing = {
  'crossing.name': 'Pedestrian crossing',
  'crossing.title': 'Pedestrian crossing',
  'crossing.close': 'Close the crossing’s card',
  'crossing.id': 'Identifier',
  'crossing.floor': 'Minimum',
  'crossing.floorOf': '{level} % at night',
  'crossing.noFloor': 'none in the lighting plan',
  'crossing.lamps': 'Lit by',
  'crossing.unlit': 'no lamp is near enough',
  'crossing.in': 'Pedestrian crossing, {street}',
  'crossing.called': 'pedestrian crossing {street}',
  'crossing.select': 'Select these lamps',
} as const;
