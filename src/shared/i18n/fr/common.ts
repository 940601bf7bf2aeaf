/** Words used by several features. French catalogues are written with plain spaces; see typography.ts. */
export const common = {
  'common.close': 'Fermer',
  'common.cancel': 'Annuler',
  'common.retry': 'Réessayer',
  'common.reloadPanel': 'Recharger ce panneau',
  'common.panelFailed': 'Ce panneau s’est arrêté',
  'common.panelFailedDetail': 'Le reste du poste continue. L’erreur est comptée dans le diagnostic.',
  'common.loading': 'Chargement…',
  'common.failed': 'Demande sans effet : {what}',
  'common.escape': 'Échap',
  'common.dismiss': 'Vu',

  'priority.1': 'P1 Immédiat',
  'priority.2': 'P2 Urgent',
  'priority.3': 'P3 Courant',
  'priority.4': 'P4 Différé',
} as const;
