import type { KindTable } from './model.ts';

/** Of what the other services see to, as callers say it. */
export const SERVICES: KindTable = {
  flood: {
    sure: ['inond', 'montee d eau', 'deborde de son lit', 'crue', 'sous l eau'],
    maybe: ['souterrain', 'eau monte', 'noye', 'cave'],
  },
  collapse: {
    sure: ['s effondre', 'effondrement', 'menace de tomber', 'menace de s ecrouler', 'ecroule', 'perilleux'],
    maybe: ['facade', 'mur ', 'balcon', 'fissure', 'tuile'],
  },
  exposedWires: {
    sure: ['fils a nu', 'fil a nu', 'fils electriques', 'cables a nu', 'cable a nu', 'electrocut'],
    maybe: ['fils ', 'cable', 'electrique', 'etincelle'],
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
    sure: ['barriere de chantier', 'objet sur la chaussee', 'obstacle'],
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
  snow: {
    sure: ['neige', 'verglas', 'chaussee gelee', 'trottoir gele', 'plaque de glace'],
    maybe: ['glisse', 'gele'],
  },
  spill: {
    sure: [
      'gazole',
      'gasoil',
      'flaque d huile',
      'huile sur la chaussee',
      'hydrocarbure',
      'produit sur la chaussee',
    ],
    maybe: ['huile', 'glissant', 'flaque'],
  },
  manhole: {
    sure: ['plaque d egout', 'regard ouvert', 'bouche d egout', 'trappe ouverte', 'tampon manquant'],
    maybe: ['egout', 'trou beant'],
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
  streetDark: {
    sure: [
      'rue dans le noir',
      'toute la rue est eteinte',
      'plus de lumiere dans la rue',
      'tous les lampadaires',
      'plusieurs lampadaires',
      'rue n est plus eclairee',
    ],
    maybe: ['dans le noir', 'lampadaires eteints', 'quartier'],
  },
  powerCut: {
    sure: [
      'coupure d electricite',
      'panne de courant',
      'plus d electricite',
      'coupure de courant',
      'plus de courant',
    ],
    maybe: ['disjonct', 'immeuble'],
  },
  tree: {
    sure: ['arbre tombe', 'branche', 'arbre menace', 'arbre penche', 'arbre couche'],
    maybe: ['arbre', 'racine', 'tombe', 'menace'],
  },
  swarm: { sure: ['essaim', 'frelon', 'guepe', 'nid d abeilles'], maybe: ['abeille', 'nid '] },
  waterLeak: {
    sure: ['fuite d eau', 'bouche d incendie', 'canalisation', 'geyser'],
    maybe: ['fuite', 'eau coule', 'robinet'],
  },
  syringe: { sure: ['seringue'], maybe: ['aiguille', 'drogue'] },
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
  homeless: {
    sure: ['sans abri', 'sdf', 'dort dehors', 'dort dans la rue'],
    maybe: ['tente', 'dehors', 'froid'],
  },
};
