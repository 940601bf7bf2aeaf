import { expect, test } from 'vitest';
import { ticket } from '../../../tests/support/ticket.ts';
import { choiceOf } from './choice.ts';
import { type Procedure, PublishedProcedure } from './model.ts';

const flood = { kind: 'flood' };
const flooded = ticket('T-1', flood);
const published = (id: string, version: number, state = 'current', kinds = ['flood']) =>
  PublishedProcedure.parse({
    v: 1,
    id: `${id}@${version}`,
    state,
    procedure: { id, version, title: id, kinds, steps: [{ id: 'a', text: 'A' }] },
  });
const refused = PublishedProcedure.parse({ v: 1, id: 'file:x', state: 'refused', file: 'x', faults: ['y'] });
const following = (id: string, version: number) => ticket('T-1', { ...flood, procedure: { id, version } });
const name = ({ id, version }: Procedure) => `${id}@${version}`;

test('none, one or several fit; what is not in force is not proposed', () => {
  expect(choiceOf([published('rixe', 1, 'current', ['fight']), refused], flooded).kind).toBe('none');
  const one = choiceOf([published('tremie', 1, 'former'), published('tremie', 2)], flooded);
  expect(one.kind === 'followed' && name(one.procedure)).toBe('tremie@2');
  const several = choiceOf([published('tremie', 2), published('crue', 1)], flooded);
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
