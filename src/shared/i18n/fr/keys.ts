/** Keys from which nothing came, and why. */
export const keys = {
  'keys.text':
    'Texte tapé hors d’un champ : rien n’a été fait. Pour agir, une touche à la fois ; N ouvre une fiche.',
  'keys.textAfter':
    'Texte tapé hors d’un champ : seule la première touche a agi ({key} : {did}). Le reste est ignoré.',
  'keys.unheard': 'Aucun appel ne sonne : ce que vous tapez n’est pas pris. N ouvre une fiche.',
  'keys.gone': '{key} n’a rien fait : ce que la touche faisait vient de changer.',
  'keys.untaken': '{key} ne fait rien ici en ce moment.',
  'keys.unseen': '{key} n’a rien fait : ce n’était pas à l’écran. Lisez, puis {key} de nouveau.',
  'keys.stray': '{key} n’a rien fait : la touche d’avant n’avait pas été prise.',
  'keys.lost': 'Aucune fiche ne s’est ouverte. Vous aviez tapé : « {typed} »',
} as const;
