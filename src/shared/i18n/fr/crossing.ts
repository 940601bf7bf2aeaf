export const crossing = {
  'crossing.name': 'Passage piéton',
  'crossing.title': 'Passage piéton',
  'crossing.close': 'Fermer la fiche du passage piéton',
  'crossing.id': 'Identifiant',
  'crossing.floor': 'Minimum',
  'crossing.floorOf': '{level} % la nuit',
  'crossing.noFloor': 'aucun au plan d’éclairage',
  'crossing.lamps': 'Éclairé par',
  'crossing.unlit': 'aucun lampadaire assez proche',
  'crossing.in': 'Passage piéton, {street}',
  'crossing.called': 'passage piéton {street}',
  'crossing.select': 'Sélectionner ces lampadaires',
} as const;
