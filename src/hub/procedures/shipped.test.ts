import { expect, test } from 'vitest';
import { folded } from '../../shared/i18n/folded.ts';
import { allSteps, type Procedure, textIn } from '../../shared/procedure/model.ts';
import { TICKET_KINDS } from '../../shared/ticket/kinds.ts';
import { readFolder, SHIPPED } from './read-folder.ts';

/** What comes with the program: a city copies it and makes it its own. */
const files = readFolder(SHIPPED);
const library = files.flatMap((read) => ('procedure' in read ? read.procedure : []));
const words = (procedure: Procedure) =>
  new Set(allSteps(procedure).map(({ text }) => folded(textIn(text, 'fr'))));

/** Of what is no event in the street there is nothing to do step by step. */
const WITHOUT = ['question', 'other'];

test('every file is a procedure, named after its id', () => {
  expect(files.flatMap((read) => ('faults' in read ? read.faults : []))).toEqual([]);
  expect(library.length).toBeGreaterThanOrEqual(25);
  expect(files.map(({ file }) => file)).toEqual(library.map(({ id }) => `${id}.yaml`));
});

test('every kind of event has one', () => {
  const covered = new Set(library.flatMap(({ kinds }) => kinds));
  const bare = TICKET_KINDS.map(({ id }) => id as string).filter((id) => !covered.has(id));
  expect(bare).toEqual(WITHOUT);
});

test.each(library.map((procedure) => [procedure.id, procedure] as const))(
  '%s has steps enough to be worth following, a question, somebody outside the operator’s chair, and times',
  (_, procedure) => {
    const steps = allSteps(procedure);
    expect(steps.length).toBeGreaterThanOrEqual(6);
    expect(steps.some(({ ask }) => ask !== undefined)).toBe(true);
    expect(steps.some(({ who }) => who !== undefined)).toBe(true);
    expect(steps.some(({ within }) => within !== undefined)).toBe(true);
    expect(steps.some(({ mandatory }) => mandatory)).toBe(true);
  },
);

test('no two of them are the same with other names: at most one step is worded alike', () => {
  const alike: string[] = [];
  for (const [n, one] of library.entries())
    for (const other of library.slice(n + 1)) {
      const shared = [...words(one)].filter((text) => words(other).has(text));
      if (shared.length > 1) alike.push(`${one.id}, ${other.id}: ${shared.join('; ')}`);
    }
  expect(alike).toEqual([]);
});

test('a line is short enough to be read at a glance', () => {
  const long = library.flatMap((procedure) =>
    allSteps(procedure)
      .map(({ text }) => textIn(text, 'fr'))
      .filter((text) => text.length > 75),
  );
  expect(long).toEqual([]);
});
