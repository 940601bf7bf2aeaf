export const baseMap = {
  'baseMap.title': 'Fond de carte',
  'baseMap.credit.of': 'fond du {date}',
  'baseMap.credit.cutOff': 'serveur du fond injoignable',
  'baseMap.credit.missing': 'fond incomplet ici',

  'baseMap.none':
    'Aucun fond n’est configuré : la carte dessine les rues de l’inventaire, et rien n’est demandé au réseau.',
  'baseMap.unusable': 'Le fond configuré ne peut pas servir, la carte dessine les rues de l’inventaire.',
  'baseMap.file': 'Fichier',
  'baseMap.fileFacts': '{file}, {size} Mo',
  'baseMap.of': 'Date du fond',
  'baseMap.attribution': 'Source',
  'baseMap.zooms': 'Niveaux',
  'baseMap.zoomsFacts': '{min, number} à {max, number}',
  'baseMap.server': 'Serveur',
  'baseMap.reach': 'Réponse du serveur',
  'baseMap.reach.untried': 'pas encore sollicité depuis le démarrage',
  'baseMap.reach.up': 'répond, dernière réponse à {time}',
  'baseMap.reach.down': 'ne répond plus depuis {time} ({why})',
  'baseMap.kept': 'Gardé sur ce poste',
  'baseMap.keptFacts': '{tiles, plural, one {# tuile} other {# tuiles}}, {size} Mo sur {limit} Mo',
  'baseMap.oldest': 'Tuile la plus ancienne',
  'baseMap.noTile': 'aucune tuile',
  'baseMap.refused': 'Réponses refusées',
  'baseMap.refusedFacts': '{n, plural, one {# réponse n’était} other {# réponses n’étaient}} pas une image',
  'baseMap.unkept': 'Tuiles non gardées',
  'baseMap.unkeptFacts':
    '{n, plural, one {# tuile refusée} other {# tuiles refusées}} par le disque, ou que le serveur interdit de garder',

  'baseMap.prefetch': 'Télécharger toute la zone',
  'baseMap.prefetch.why':
    'Pour que le fond soit là sans réseau. L’arrêt est possible à tout moment : ce qui est reçu reste, et la reprise continue où il en était.',
  'baseMap.prefetch.count': 'Compter ce qu’il faut',
  'baseMap.prefetch.counting': 'Compte en cours',
  'baseMap.prefetch.plan':
    '{wanted, plural, =0 {Rien à télécharger} one {# tuile à télécharger} other {# tuiles à télécharger}} sur {total, number} : environ {size} Mo, {time} à la cadence fixée par la configuration.',
  'baseMap.prefetch.begin': 'Télécharger',
  'baseMap.prefetch.resume': 'Reprendre',
  'baseMap.prefetch.forget': 'Renoncer',
  'baseMap.prefetch.stop': 'Arrêter',
  'baseMap.prefetch.policy': 'Les règles de ce serveur interdisent de télécharger toute une zone.',
  'baseMap.prefetch.size':
    'La zone entière, environ {size} Mo, dépasse la place accordée au fond ({limit} Mo) : réduire la zone ou les niveaux, ou augmenter la place, dans la configuration.',
  'baseMap.prefetch.running':
    '{done, number} sur {total, number} tuiles{failed, plural, =0 {} one {, # échec} other {, # échecs}}',
  'baseMap.prefetch.whole':
    'Terminé à {time} : {done, number} sur {total, number} tuiles{failed, plural, =0 {} one {, # échec} other {, # échecs}}.',
  'baseMap.prefetch.cancelled': 'Arrêté à {time} : {done, number} sur {total, number} tuiles.',
  'baseMap.prefetch.halted':
    'Interrompu à {time} ({why}) : {done, number} sur {total, number} tuiles. Ce qui est reçu reste.',
} as const;
