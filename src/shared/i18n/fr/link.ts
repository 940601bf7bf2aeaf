export const link = {
  'link.broker': 'Courtier',
  'link.hub': 'Concentrateur',
  'link.video': 'Vidéo',
  'link.unknown': 'en attente',
  'link.lostFor': 'perdu, {age}',
  'link.cameras': '{up} sur {all}',
  'link.camerasAt': '{up} sur {all}, il y a {age}',
  'link.camerasUnknown': 'état inconnu',
  'link.noCameras': 'aucune caméra',
  'link.voice.lost': 'Concentrateur perdu. Vos commandes sont gardées sur ce poste.',
  'link.voice.back': 'Concentrateur retrouvé.',
  'link.brokerGone': 'Courtier injoignable depuis {age}',
  'link.hubGone': 'Concentrateur injoignable depuis {age}',
  'link.youSee': 'Vous voyez la salle de {time}',
  'link.youSeeNothing': 'Aucune donnée de la salle sur ce poste',
  'link.live.hub': 'le courtier répond encore',
  'link.live.looking': 'recherche chez un autre courtier',
  'link.live.broker': 'plus rien n’arrive d’elle',
  'link.kept':
    '{n, plural, =0 {Aucune commande en attente} one {# commande gardée ici} other {# commandes gardées ici}}',
  'link.keptDetail':
    '{n, plural, =0 {ce que vous ferez sera gardé} one {partira seule au retour} other {partiront seules au retour}}',
  'link.nextTry': 'nouvel essai dans {age}',
  'link.trying': 'essai en cours',
  'link.tryNow': 'Essayer maintenant',
  'link.back': 'Lien rétabli à {time}, après {age}',
  'link.backAgain': 'Lien rétabli à {time}, {times} coupures depuis {since}',
  'link.confirmed':
    '{n, plural, =0 {Aucune commande à confirmer} one {# commande confirmée} other {# commandes confirmées}}',
  'link.refused': '{n, plural, one {# refusée, à lire} other {# refusées, à lire}}',
  'link.sending': '{n, plural, =0 {tout est parti} one {# encore en route} other {# encore en route}}',
  'link.conflicts':
    '{n, plural, =0 {Aucun conflit} one {# conflit à trancher} other {# conflits à trancher}}',
  'link.seeChanged': 'Voir',
  'link.changedOne':
    '{ref} {title}{state, select, closed {, close} claimed {, prise en charge} inProgress {, en cours} other {, libre}}',
  'link.changed':
    '{n, plural, =0 {rien n’a changé entre-temps} one {# intervention changée entre-temps} other {# interventions changées entre-temps}}',
} as const;
