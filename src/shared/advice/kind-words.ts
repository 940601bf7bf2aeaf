import type { TicketKindId } from '../ticket/kinds.ts';

/** What people say of a kind of event: one of `sure` is enough, of `maybe` it takes two. Folded; words may go on. */
export interface KindWords {
  readonly sure: readonly string[];
  readonly maybe: readonly string[];
}

/**
 * Keywords in French, as callers say them. What could be either (« feu » alone: fire or signal) stands nowhere alone.
 * Kinds that machines report, and the catch-all, have none.
 */
export const KIND_WORDS: Partial<Record<TicketKindId, KindWords>> = {
  personDown: {
    sure: [
      'malaise',
      'inconscient',
      'ne respire',
      'respire plus',
      'respire pas',
      'arret cardiaque',
      'crise d epilepsie',
      'convuls',
      'evanoui',
      'hemorragie',
    ],
    maybe: [
      'au sol',
      'a terre',
      'par terre',
      'allonge',
      'tombe',
      'chute',
      'ne repond',
      'bouge plus',
      'blesse',
    ],
  },
  collision: {
    sure: [
      'accident',
      'collision',
      'carambolage',
      'renverse par',
      'cycliste renverse',
      'pieton renverse',
      'percute',
    ],
    maybe: ['voiture', 'scooter', 'moto', 'velo', 'camion', 'renverse', 'choc', 'accroch'],
  },
  flood: {
    sure: ['inond', 'montee d eau', 'deborde de son lit', 'crue', 'sous l eau'],
    maybe: ['souterrain', 'eau monte', 'noye', 'cave'],
  },
  smoke: {
    sure: [
      'incendie',
      'flamme',
      'fumee',
      'en feu',
      'prend feu',
      'pris feu',
      'feu de',
      'brule',
      'odeur de gaz',
    ],
    maybe: ['poubelle', 'conteneur', 'odeur', 'gaz'],
  },
  fight: {
    sure: ['bagarre', 'rixe', 'se battent', 'se bat ', 'coups de poing', 'agress', 'couteau', 'altercation'],
    maybe: ['frappe', 'crie', 'insult', 'menace', 'coup'],
  },
  intrusion: {
    sure: ['intrusion', 'cambriol', 'effraction', 'force la porte', 'alarme du'],
    maybe: ['porte ouverte', 'alarme', 'gymnase', 'ecole', 'fenetre cassee', 'quelqu un dans'],
  },
  lift: {
    sure: [
      'ascenseur bloque',
      'bloque dans l ascenseur',
      'bloquee dans l ascenseur',
      'coince dans l ascenseur',
      'coincee dans l ascenseur',
    ],
    maybe: ['ascenseur', 'bloque', 'coince', 'enferme'],
  },
  signalOut: {
    sure: [
      'feux tricolores',
      'feu tricolore',
      'feu rouge',
      'feux rouges',
      'feu pieton',
      'feux eteint',
      'feux au clignotant',
      'feux clignot',
      'feu clignot',
    ],
    maybe: ['carrefour', 'clignot', 'feux'],
  },
  obstacle: {
    sure: ['plaque d egout', 'barriere de chantier', 'objet sur la chaussee', 'obstacle'],
    maybe: [
      'sur la chaussee',
      'sur la route',
      'sur la voie',
      'au milieu de la route',
      'encombrant',
      'palette',
      'chargement',
    ],
  },
  tramBlocked: {
    sure: [
      'tram bloque',
      'tram arrete',
      'tramway bloque',
      'tramway arrete',
      'sur les rails',
      'voie du tram',
      'voies du tram',
    ],
    maybe: ['tram', 'rails', 'bloque', 'arrete'],
  },
  tree: {
    sure: ['arbre tombe', 'branche', 'arbre menace', 'arbre penche', 'arbre couche'],
    maybe: ['arbre', 'racine', 'tombe', 'menace'],
  },
  waterLeak: {
    sure: ['fuite d eau', 'bouche d incendie', 'canalisation', 'geyser'],
    maybe: ['fuite', 'eau coule', 'robinet'],
  },
  noise: {
    sure: ['tapage', 'musique forte', 'musique a fond', 'musique trop fort', 'trop de bruit', 'bruit'],
    maybe: ['musique', 'fete', 'crie', 'voisin', 'terrasse', 'petard'],
  },
  dog: {
    sure: ['chien ', 'chiens ', 'pitbull', 'molosse'],
    maybe: ['errant', 'laisse', 'mordu'],
  },
  blockingVehicle: {
    sure: [
      'stationnement genant',
      'gare devant',
      'garee devant',
      'mal gare',
      'double file',
      'sortie de garage',
      'gare sur',
      'garee sur',
      'place handicape',
      'voie de bus',
    ],
    maybe: ['voiture', 'camion', 'camionnette', 'bloque', 'garage', 'genant', 'passage pieton', 'trottoir'],
  },
  parkingBarrier: {
    sure: ['barriere de parking', 'barriere du parking', 'borne de paiement', 'sortir du parking'],
    maybe: ['barriere', 'parking', 'ticket'],
  },
  bollard: {
    sure: ['borne retractable', 'borne d acces', 'plot retractable', 'borne levee', 'borne bloquee'],
    maybe: ['borne', 'badge'],
  },
  lampReported: {
    sure: ['lampadaire', 'reverbere', 'eclairage public', 'rue dans le noir', 'rue sombre', 'rue eteinte'],
    maybe: ['lampe', 'noir', 'eteint', 'lumiere', 'eclaire'],
  },
  pothole: {
    sure: [
      'nid de poule',
      'nids de poule',
      'trou dans la chaussee',
      'trou dans la route',
      'pave descelle',
      'chaussee defoncee',
    ],
    maybe: ['trou', 'pave', 'bordure', 'chaussee'],
  },
  abandonedVehicle: {
    sure: ['epave', 'voiture ventouse', 'vehicule abandonne', 'voiture abandonnee', 'scooter abandonne'],
    maybe: ['abandonne', 'voiture', 'semaines', 'mois'],
  },
  busDelay: {
    sure: [
      'bus en retard',
      'retard du bus',
      'bus n est pas passe',
      'bus n arrive',
      'arret de bus inaccessible',
    ],
    maybe: ['bus', 'retard', 'arret'],
  },
  bikeStation: {
    sure: ['station velo', 'station de velo', 'velo en libre service', 'divia velodi', 'velodi'],
    maybe: ['station', 'velo', 'borne'],
  },
  tag: {
    sure: ['graffiti', 'un tag', 'des tags', 'tag sur', 'tag injurieux', 'affichage sauvage'],
    maybe: ['tag', 'peinture', 'facade'],
  },
  litter: {
    sure: [
      'depot sauvage',
      'ordures',
      'gravats',
      'dechet',
      'corbeille',
      'verre brise',
      'poubelles debordent',
      'encombrants',
    ],
    maybe: ['poubelle', 'sacs', 'matelas', 'sale'],
  },
  question: {
    sure: ['renseignement', 'je voudrais savoir', 'question sur', 'horaires', 'jour de collecte', 'demarche'],
    maybe: ['question', 'savoir', 'comment', 'quand'],
  },
};
