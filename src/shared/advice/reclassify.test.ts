import { describe, expect, test } from 'vitest';
import { ticket } from '../../../tests/support/ticket.ts';
import { kindOfTicket, priorityOfTicket } from './reclassify.ts';

const by = (kind: string) => ({ source: { kind, system: 'cta', sourceId: '1' } });
const AFTERNOON = { hour: 15, weekday: true };

describe('another priority', () => {
  test.each<[string, object, number]>([
    ['a kind that presses more', { kind: 'personDown', priority: 2 }, 1],
    ['one that presses less', { kind: 'tag', priority: 2 }, 4],
    ['a weapon', { kind: 'fight', priority: 2, description: 'il a un couteau' }, 1],
    ['danger before anybody knows the kind', { kind: 'call', priority: 3, title: 'il ne respire pas' }, 1],
    ['by a resident', { kind: 'pothole', priority: 3, ...by('citizen') }, 4],
  ])('%s', (_name, more, priority) =>
    expect(priorityOfTicket(ticket('T-1', more), AFTERNOON)?.priority).toBe(priority),
  );

  test.each<[string, object]>([
    ['where it is right', { kind: 'personDown', priority: 1 }],
    ['on what was opened by the form', { kind: 'personDown', priority: 2, ...by('operator') }],
    ['on faults', { kind: 'streetDark', priority: 3, ...by('fault') }],
    ['on kinds it does not know', { kind: 'malaise', priority: 3 }],
    ['on a call that nobody has understood', { kind: 'call', priority: 3, title: 'Appel de 06 39 98 12 41' }],
    ['once it is closed', { kind: 'tag', priority: 2, state: 'closed', outcome: 'done' }],
  ])('is silent %s', (_name, more) =>
    expect(priorityOfTicket(ticket('T-1', more), AFTERNOON)).toBeUndefined(),
  );

  test('speaks of a weapon even where the form has: who was fast may not have read it', () => {
    const fight = { kind: 'fight', priority: 2, title: 'bagarre couteau', ...by('operator') };
    expect(priorityOfTicket(ticket('T-1', fight), AFTERNOON)).toMatchObject({ priority: 1 });
    expect(priorityOfTicket(ticket('T-1', { ...fight, title: 'bagarre' }), AFTERNOON)).toBeUndefined();
  });

  test('goes by the hour at which it was opened', () => {
    const hole = ticket('T-1', { kind: 'pothole', priority: 4 });
    expect(priorityOfTicket(hole, { hour: 2, weekday: true })?.priority).toBe(3);
    expect(priorityOfTicket(hole, AFTERNOON)).toBeUndefined();
  });
});

describe('a kind', () => {
  test('by the words of a call, with the service that answers for it', () => {
    const call = ticket('T-1', { kind: 'call', title: 'Des gens se battent devant le bar' });
    expect(kindOfTicket(call)).toMatchObject({ kind: 'fight', service: 'police' });
  });
  test('by the description, where somebody chose the catch-all', () => {
    const other = ticket('T-1', { kind: 'other', title: 'Chaussée', description: 'un énorme nid-de-poule' });
    expect(kindOfTicket(other)).toMatchObject({ kind: 'pothole', service: 'roads' });
  });
  test.each<[string, object]>([
    ['where the kind is known', { kind: 'dog', title: 'Des gens se battent' }],
    ['on a number alone', { kind: 'call', title: 'Appel de 06 39 98 12 41' }],
    ['on words that say nothing', { kind: 'call', title: 'Quelqu’un crie quelque chose' }],
    ['once it is closed', { kind: 'call', title: 'Des gens se battent', state: 'closed', outcome: 'done' }],
  ])('is silent %s', (_name, more) => expect(kindOfTicket(ticket('T-1', more))).toBeUndefined());
});
