import { expect, test } from 'vitest';
import { type Procedure, PublishedProcedure } from '../../../shared/procedure/model.ts';
import { Ticket } from '../../../shared/ticket/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import { choiceOf } from './choice.ts';

const ticket = Ticket.parse({
  id: 'T-1',
  title: 'Eau dans la trémie',
  kind: 'flood',
  service: 'roads',
  priority: 1,
  place: { label: 'Trémie Clemenceau' },
  source: { kind: 'operator', system: 's', sourceId: 'T-1' },
  state: 'open',
  units: [],
  links: [],
  version: 1,
  openedAt: instant(0),
  updatedAt: instant(0),
});
const published = (id: string, version: number, state = 'current', kinds = ['flood']) =>
  PublishedProcedure.parse({
    v: 1,
    id: `${id}@${version}`,
    state,
    procedure: { id, version, title: id, kinds, steps: [{ id: 'a', text: 'A' }] },
  });
const refused = PublishedProcedure.parse({ v: 1, id: 'file:x', state: 'refused', file: 'x', faults: ['y'] });
const following = (id: string, version: number) => Ticket.parse({ ...ticket, procedure: { id, version } });
const name = ({ id, version }: Procedure) => `${id}@${version}`;

test('none, one or several fit; what is not in force is not proposed', () => {
  expect(choiceOf([published('rixe', 1, 'current', ['fight']), refused], ticket).kind).toBe('none');
  const one = choiceOf([published('tremie', 1, 'former'), published('tremie', 2)], ticket);
  expect(one.kind === 'followed' && name(one.procedure)).toBe('tremie@2');
  const several = choiceOf([published('tremie', 2), published('crue', 1)], ticket);
  expect(several.kind === 'several' && several.options.map(name)).toEqual(['crue@1', 'tremie@2']);
});

test('what a ticket began with stays, whatever fits by now; a newer version of it is offered', () => {
  const all = [published('tremie', 1, 'former'), published('tremie', 2), published('crue', 1)];
  const choice = choiceOf(all, following('tremie', 1));
  expect(choice.kind === 'followed' && [choice.procedure, choice.newer!].map(name)).toEqual([
    'tremie@1',
    'tremie@2',
  ]);
  expect(choiceOf(all, following('tremie', 2))).not.toHaveProperty('newer');
  expect(choiceOf(all, following('neige', 4))).toEqual({ kind: 'unknown', ref: { id: 'neige', version: 4 } });
});
