import { describe, expect, test } from 'vitest';
import { Ticket } from '../../../../shared/ticket/model.ts';
import { instant } from '../../../../shared/wire/time.ts';
import { amendment, changedMeanwhile, draftOfTicket } from './amendment.ts';

const ticket = Ticket.parse({
  id: 'T-1',
  title: 'Rixe',
  kind: 'fight',
  service: 'police',
  priority: 2,
  place: { label: '12 rue Monge', street: 'rue Monge', commune: 'Dijon', position: [5.03, 47.32] },
  caller: { name: 'Mme Lenoir', number: '06 39 98 12 41' },
  source: { kind: 'operator', system: 'seat-01', sourceId: 'T-1' },
  state: 'open',
  units: [],
  links: [],
  version: 3,
  openedAt: instant(0),
  updatedAt: instant(0),
});
const filled = draftOfTicket(ticket, 'Rixe');

describe('what is sent of a correction', () => {
  test('is nothing where nothing was changed', () => {
    expect(amendment(ticket, filled)).toEqual({ args: {}, priority: undefined });
  });

  test.each([
    ['a wrong street', { place: '12 rue Jeannin', street: 'rue Jeannin' }, ['place']],
    ['a kind', { kind: 'noise' }, ['kind']],
    ['a description there was none of', { description: 'Cinq personnes' }, ['description']],
    ['spaces around', { title: ' Rixe ', place: ' 12 rue Monge ' }, []],
  ])('%s: only that', (_name, change, fields) => {
    const sent = amendment(ticket, { ...filled, ...change });
    expect(Object.keys('args' in sent ? sent.args : sent)).toEqual(fields);
  });

  test('a place that is only words keeps nothing of the street that it was', () => {
    const words = {
      place: 'sous le pont',
      street: undefined,
      commune: undefined,
      position: undefined,
    };
    expect(amendment(ticket, { ...filled, ...words })).toEqual({
      args: { place: { label: 'sous le pont' } },
      priority: undefined,
    });
  });

  test('what was emptied is sent empty: left out it would stay', () => {
    expect(amendment(ticket, { ...filled, caller: '', number: '' })).toMatchObject({ args: { caller: {} } });
    const told = { ...ticket, description: 'Cinq personnes' };
    expect(amendment(told, { ...filled, description: '' })).toMatchObject({ args: { description: '' } });
  });

  test('the priority goes by its own command', () => {
    expect(amendment(ticket, { ...filled, priority: 1 })).toEqual({ args: {}, priority: 1 });
  });

  test('nothing, and says why, where the room would refuse it', () => {
    expect(amendment(ticket, { ...filled, title: ' ', place: '' })).toEqual({ missing: ['title', 'place'] });
  });
});

test('the form of a call begins with what its ticket says of service and urgency: sending it changes neither', () => {
  const call = { ...ticket, kind: 'call', service: 'lighting', priority: 1 } as const;
  const draft = draftOfTicket(call, '');
  expect(draft).toMatchObject({ service: 'lighting', priority: 1, title: '', kind: '' });
  const sent = amendment(call, { ...draft, kind: 'noise', title: 'Tapage', place: 'rue Monge' });
  expect(sent).toMatchObject({ priority: undefined });
  expect(sent).not.toHaveProperty('args.service');
});

test('only what both have corrected stands in the way', () => {
  const now = { ...ticket, place: { label: '3 rue Jeannin' }, title: 'Rixe, cinq personnes' };
  const place = amendment(ticket, { ...filled, place: '21 rue Monge' });
  const kind = amendment(ticket, { ...filled, kind: 'noise' });
  if ('missing' in place || 'missing' in kind) throw new Error('not finished');
  expect(changedMeanwhile(ticket, now, place)).toEqual(['place']);
  expect(changedMeanwhile(ticket, now, kind)).toEqual([]);
});
