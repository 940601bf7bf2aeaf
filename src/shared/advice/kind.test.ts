import { describe, expect, test } from 'vitest';
import { kindOfWords } from './kind.ts';

test.each([
  ['Un monsieur au sol, il ne respire pas', 'personDown'],
  ['une dame est tombée, elle est par terre', 'personDown'],
  ['Malaise à l’arrêt', 'personDown'],
  ['cycliste renversé par une voiture', 'collision'],
  ['accident entre deux voitures, pas de blessé', 'collision'],
  ['le passage souterrain est inondé', 'flood'],
  ['il y a de la fumée dans la cage d’escalier', 'smoke'],
  ['poubelle en feu', 'smoke'],
  ['des gens se battent devant le bar', 'fight'],
  ['un homme avec un couteau', 'fight'],
  ['je suis bloqué dans l’ascenseur', 'lift'],
  ['les feux tricolores sont éteints', 'signalOut'],
  ['feu rouge en panne au carrefour', 'signalOut'],
  ['plaque d’égout déplacée', 'manhole'],
  ['voiture garée sur la voie du tram, tram arrêté', 'tramBlocked'],
  ['une grosse branche sur le trottoir', 'tree'],
  ['fuite d’eau sur la chaussée', 'waterLeak'],
  ['mon voisin fait la fête, musique à fond', 'noise'],
  ['chien errant sans laisse', 'dog'],
  ['une voiture garée devant ma sortie de garage', 'blockingVehicle'],
  ['la barrière du parking ne s’ouvre pas', 'parkingBarrier'],
  ['borne rétractable bloquée levée', 'bollard'],
  ['le lampadaire devant chez moi est éteint', 'lampReported'],
  ['un énorme nid-de-poule', 'pothole'],
  ['une épave sur le parking', 'abandonedVehicle'],
  ['le bus n’est pas passé', 'busDelay'],
  ['tag sur la façade', 'tag'],
  ['un matelas et des sacs, dépôt sauvage', 'litter'],
  ['je voudrais savoir le jour de collecte', 'question'],
  ['il y a une fuite de gaz dans la rue', 'gasSmell'],
  ['ça sent le gaz dans la cage d’escalier', 'gasSmell'],
  ['j’ai perdu mon fils au marché', 'lostChild'],
  ['mon père a Alzheimer, il n’est pas rentré', 'missingPerson'],
  ['quelqu’un est tombé dans le canal', 'drowning'],
  ['noyade au lac Kir', 'drowning'],
  ['une valise abandonnée à la gare', 'suspiciousPackage'],
  ['le mur s’effondre sur le trottoir', 'collapse'],
  ['des fils à nu au pied du candélabre', 'exposedWires'],
  ['un cortège bloque la rue', 'demonstration'],
  ['un rodéo sur le parking', 'rodeo'],
  ['un homme armé me suit', 'harassment'],
  ['du verglas sur le pont', 'snow'],
  ['du gazole répandu sur la chaussée', 'spill'],
  ['toute la rue est éteinte', 'streetDark'],
  ['panne de courant dans l’immeuble', 'powerCut'],
  ['un nid de frelons dans l’arbre', 'swarm'],
  ['un sans-abri dort dehors, il gèle', 'homeless'],
  ['une seringue dans le square', 'syringe'],
  ['agression devant la gare', 'fight'],
])('« %s » is %s', (said, kind) => expect(kindOfWords(said)?.kind).toBe(kind));

describe('stays silent', () => {
  test.each([
    ['nothing said', ''],
    ['a word that fits many', 'voiture'],
    ['fire or signal', 'un feu'],
    ['what is denied', 'pas de fumée, sans flammes, aucun accident'],
    ['a name that has a word in it', 'rue du Chiendent'],
    ['two kinds alike', 'tapage et une bagarre'],
    ['another language', 'somebody has fallen down'],
  ])('%s: « %s »', (_why, said) => expect(kindOfWords(said)).toBeUndefined());
});

test('says by which words, and what it could have been', () =>
  expect(kindOfWords('fumée, poubelle qui déborde')).toEqual({
    rule: 'kind',
    kind: 'smoke',
    words: ['fumee', 'poubelle'],
    next: { kind: 'litter', words: ['poubelle'] },
  }));
