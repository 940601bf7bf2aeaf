export const shift = {
  'shift.section': 'Relève',
  'shift.waiting': 'En attente de réponse',
  'shift.over': 'Relèves du jour',
  'shift.prepare': 'Préparer ma relève',
  'shift.to': 'Qui prend la suite',
  'shift.toHint': 'Tout reste à vous jusqu’à ce que cette personne accepte.',
  'shift.nameFirst': 'Nommez d’abord qui prend la suite',
  'shift.note': 'Consigne',
  'shift.noteHint': 'Ce que la liste ne dit pas.',
  'shift.offer': 'Passer la relève',
  'shift.goesWith': 'Ce qui passe avec la relève',
  'shift.nothingOpen': 'Aucune affaire ouverte.',
  'shift.keptOffer': 'Relève proposée à {to}, gardée sur ce poste',
  'shift.fromTo': 'De {from} à {to}',
  'shift.state.offered': 'Proposée à {time}, sans réponse depuis {age}',
  'shift.state.accepted':
    'Acceptée à {time} : {n, plural, =0 {aucune intervention à passer} one {# intervention passée} other {# interventions passées}}',
  'shift.state.declined': 'Déclinée à {time} : rien n’a changé de main',
  'shift.state.withdrawn': 'Retirée à {time} : rien n’a changé de main',
  'shift.because': '« {motive} »',
  'shift.unconfirmed':
    '{n, plural, one {# commande n’était pas confirmée} other {# commandes n’étaient pas confirmées}} par la salle',
  'shift.stayed':
    '{n, plural, one {# intervention n’est pas passée} other {# interventions ne sont pas passées}} : voyez à qui elle est, ou {who}',
  'shift.units': 'équipe {units} engagée',
  'shift.promise': 'rappel promis pour {time}',
  'shift.skipped': '{n, plural, one {étape sautée} other {étapes sautées}} : {steps}',
  'shift.shelved': 'Alarme en veille jusqu’à {time} : {title}',
  'shift.closedSince': 'close depuis',
  'shift.releasedSince': 'rendue à la file depuis',
  'shift.passedSince': 'passée à quelqu’un depuis',
  'shift.unknownNow': 'inconnue de ce poste',
  'shift.open': 'Ouvrir',
  'shift.print': 'Imprimer',
  'shift.sheet': 'Relève',
  'shift.printedAt': 'imprimée le {time}',
  'shift.accept':
    '{n, plural, =0 {Accepter} one {Accepter, avec # intervention} other {Accepter, avec # interventions}}',
  'shift.decline': 'Décliner',
  'shift.declineWhy': 'Pourquoi',
  'shift.withdraw': 'Retirer la proposition',
  'shift.leave.holds':
    '{n, plural, one {Vous tenez encore # intervention.} other {Vous tenez encore # interventions.}}',
  'shift.leave.returns':
    'Sans relève, la salle rend à la file ce que vous tenez si votre absence dure ; d’ici là personne ne le suit.',
  'shift.leave.stays':
    'Vous êtes aussi au poste {seats} : rien n’est rendu, ce que vous tenez reste à vous là-bas.',
  'shift.leave.manned':
    '{n, plural, one {# a une équipe engagée : elle ne sera pas rendue seule.} other {# ont une équipe engagée : elles ne seront pas rendues seules.}}',
  'shift.leave.anyway': 'Quitter quand même',
  'shift.strip.tickets': '{who} vous passe {n, plural, one {# intervention} other {# interventions}}',
  'shift.strip.more': '{n, plural, one {et # autre} other {et # autres}}',
  'shift.strip.others': '{n, plural, one {puis # autre collègue} other {puis # autres collègues}}',
  'shift.strip.see': 'Voir',
  'shift.strip.accept': '{n, plural, one {Accepter} other {Accepter tout}}',
  'shift.strip.decline': '{n, plural, one {Décliner} other {Décliner tout}}',
  'shift.strip.shift': '{who} vous passe la relève',
  'shift.strip.count': '{n, plural, =0 {aucune intervention} one {# intervention} other {# interventions}}',
  'shift.strip.read': 'Lire et répondre',
  'shift.news.accepted':
    '{who} a accepté {n, plural, one {{ref}} other {# interventions}} : {n, plural, one {elle n’est plus à vous} other {elles ne sont plus à vous}}, ni {n, plural, one {ses} other {leurs}} caméras',
  'shift.news.declined':
    '{who} décline {n, plural, one {{ref}} other {# interventions}} : {n, plural, one {elle reste} other {elles restent}} à vous',
  'shift.news.takenOver':
    '{who} a repris {n, plural, one {{ref}} other {# interventions}} : {n, plural, one {elle n’est plus à vous} other {elles ne sont plus à vous}}',
  'shift.news.why': '{what}. Motif : {motive}',
  'shift.news.freed':
    '{n, plural, one {{ref} n’est plus à vous : elle est} other {# interventions ne sont plus à vous : elles sont}} de nouveau {n, plural, one {libre} other {libres}}',
  'shift.key.accept': 'Accepter ce qu’un collègue vous passe',
  'shift.key.decline': 'Décliner ce qu’un collègue vous passe',
  'shift.key.see': 'Voir ce qu’un collègue vous passe',
  'shift.key.read': 'Lire la relève qu’on vous passe',
} as const;
