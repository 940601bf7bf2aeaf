/** L’inventaire, corrigé sur la carte. */
export const inventory = {
  'inventory.mend': 'Corriger la position',
  'inventory.howTo': 'Faites glisser le repère, ou flèches : 50 cm, avec ⇧ 5 m.',
  'inventory.unmoved': 'Le repère est là où l’inventaire le place.',
  'inventory.moved': 'Déplacé de {metres, number, ::.0} m',
  'inventory.motive': 'Motif',
  'inventory.motiveHint': 'Comment on le sait : vu sur place, caméra, plan de récolement…',
  'inventory.motiveMissing': 'Dites comment on le sait : la main courante le garde.',
  'inventory.save': 'Enregistrer la position',
  'inventory.mended': '{lamp} : position corrigée, {metres, number, ::.0} m. Elle peut l’être à nouveau.',
  'inventory.movedMeanwhile': 'Quelqu’un l’a déplacé entre-temps : fermez, regardez, recommencez.',
} as const;
