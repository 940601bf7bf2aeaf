import { describe, expect, test } from 'vitest';
import { type PriorityFacts, priorityOf } from './priority.ts';

const facts = (more: Partial<PriorityFacts>): PriorityFacts => ({
  kind: 'obstacle',
  said: '',
  place: 'rue Monge',
  hour: 15,
  weekday: true,
  ...more,
});
const told = (more: Partial<PriorityFacts>) => {
  const advice = priorityOf(facts(more));
  return advice && `P${advice.priority} ${advice.reasons.map(({ kind }) => kind).join(' ')}`;
};

describe('proposes, by reasons that it names', () => {
  test.each<[string, Partial<PriorityFacts>, string]>([
    ['a kind’s own', { kind: 'pothole' }, 'P4 kind'],
    ['life, whatever the kind', { kind: 'noise', said: 'il ne respire pas' }, 'P1 kind life'],
    ['life, without a kind', { kind: '', said: 'Il est inconscient' }, 'P1 life'],
    ['a weapon', { kind: 'fight', said: 'il a un couteau' }, 'P1 kind weapon'],
    [
      'fire where people live',
      { kind: 'smoke', said: 'fumée dans la cage d’escalier' },
      'P1 kind fireNearPeople',
    ],
    ['fire in the street is its kind', { kind: 'smoke', said: 'un conteneur brûle' }, 'P2 kind'],
    ['a child and a dog', { kind: 'dog', said: 'il tourne autour d’un enfant' }, 'P2 kind child'],
    [
      'before a school, in school hours',
      { kind: 'blockingVehicle', place: 'École Voltaire' },
      'P2 kind school',
    ],
    ['on the tracks', { kind: 'blockingVehicle', said: 'garé sur la voie du tram' }, 'P2 kind tram'],
    ['unseen by night', { kind: 'pothole', hour: 2 }, 'P3 kind night'],
    ['noise by night', { kind: 'noise', hour: 23 }, 'P3 kind'],
    ['noise by day', { kind: 'noise', hour: 15 }, 'P4 kind day'],
    ['it is over', { kind: 'fight', said: 'ils sont partis' }, 'P3 kind over'],
    ['over, but its kind is of life', { kind: 'collision', said: 'ils sont partis' }, 'P1 kind over'],
    ['never below the last', { kind: 'tag', said: 'il est parti ' }, 'P4 kind over'],
  ])('%s', (_name, more, said) => expect(told(more)).toBe(said));
});

describe('is not misled', () => {
  test.each<[string, Partial<PriorityFacts>, string | undefined]>([
    ['no kind, no danger: silent', { kind: '', said: 'une voiture' }, undefined],
    ['the catch-all: silent', { kind: 'other', said: 'une voiture' }, undefined],
    ['a call not understood yet: silent', { kind: 'call', said: 'Appel de 06' }, undefined],
    ['what is denied', { kind: 'fight', said: 'pas de couteau, sans arme' }, 'P2 kind'],
    ['a school at night', { kind: 'blockingVehicle', place: 'École Voltaire', hour: 23 }, 'P3 kind'],
    ['a school on Sunday', { kind: 'blockingVehicle', place: 'École Voltaire', weekday: false }, 'P3 kind'],
    ['a traffic light and a child', { kind: 'pothole', said: 'au feu rouge, un enfant' }, 'P4 kind'],
  ])('%s', (_name, more, said) => expect(told(more)).toBe(said));
});
