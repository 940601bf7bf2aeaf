/** Links between tickets. */
export const links = {
  'links.title': 'Interventions liées',
  'links.add': 'Lier…',
  'links.key': 'Lier à une autre intervention',
  'links.old': 'Intervention archivée',
  'links.oldDetail': 'Conservée par le concentrateur',
  'links.remove': 'Détacher {name}',
  'links.label': 'Intervention à lier',
  'links.hint': 'Numéro, titre, lieu ou note',
  'links.none': 'Aucune intervention ne correspond',
  'links.chosen': 'Choisie',
  'links.send': 'Lier',
} as const;
