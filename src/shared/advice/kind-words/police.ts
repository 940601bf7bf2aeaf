import type { KindTable } from './model.ts';

/** Of what the municipal police sees to, as callers say it. */
export const POLICE: KindTable = {
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
  gasSmell: {
    sure: ['odeur de gaz', 'sent le gaz', 'fuite de gaz', 'conduite de gaz', 'gaz de ville'],
    maybe: ['gaz ', 'sifflement'],
  },
  lostChild: {
    sure: [
      'enfant perdu',
      'a perdu son enfant',
      'perdu mon enfant',
      'perdu mon fils',
      'perdu ma fille',
      'enfant seul',
      'enfant tout seul',
      'retrouve plus mon',
      'retrouve plus ma',
    ],
    maybe: ['enfant', 'petite fille', 'petit garcon', 'perdu', 'seul'],
  },
  missingPerson: {
    sure: ['disparu', 'disparition', 'n est pas rentre', 'fugue', 'introuvable'],
    maybe: ['personne agee', 'alzheimer', 'inquiet', 'sans nouvelles'],
  },
  drowning: {
    sure: [
      'noyade',
      'se noie',
      'noye',
      'tombe a l eau',
      'tombe dans l eau',
      'tombe dans le canal',
      'tombe dans le lac',
      'a l eau ',
    ],
    maybe: ['canal', 'lac ', 'ouche', 'riviere'],
  },
  suspiciousPackage: {
    sure: [
      'colis suspect',
      'sac suspect',
      'valise abandonnee',
      'bagage abandonne',
      'colis abandonne',
      'sac abandonne',
      'bombe',
    ],
    maybe: ['suspect', 'colis', 'valise', 'bagage'],
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
  demonstration: {
    sure: ['manifestation', 'manifestants', 'cortege', 'rassemblement', 'barrage de'],
    maybe: ['banderole', 'gens defilent', 'slogan'],
  },
  rodeo: {
    sure: ['rodeo', 'roue arriere', 'font la course', 'run sauvage'],
    maybe: ['quad', 'moto cross', 'moteurs', 'scooters'],
  },
  harassment: {
    sure: [
      'harcel',
      'menace de mort',
      'homme arme',
      'personne armee',
      'il est arme',
      'me suit',
      'me menace',
      'suivie par',
      'exhibition',
    ],
    maybe: ['menace', 'insult', 'peur'],
  },
  noise: {
    sure: ['tapage', 'musique forte', 'musique a fond', 'musique trop fort', 'trop de bruit', 'bruit'],
    maybe: ['musique', 'fete', 'crie', 'voisin', 'terrasse', 'petard'],
  },
  dog: {
    sure: ['chien ', 'chiens ', 'pitbull', 'molosse'],
    maybe: ['errant', 'laisse', 'mordu'],
  },
};
