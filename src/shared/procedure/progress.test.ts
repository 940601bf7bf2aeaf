import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticket as sample } from '../../../tests/support/ticket.ts';
import { nextId } from '../../../tests/support/ticket-command.ts';
import { instant } from '../wire/time.ts';
import { fitting } from './fit.ts';
import { StepMark } from './mark.ts';
import { allSteps, type Procedure, ProcedureFile, type Step } from './model.ts';
import { progressOf } from './progress.ts';

const gas = ProcedureFile.parse({
  id: 'gaz',
  version: 3,
  title: 'Odeur de gaz',
  kinds: ['gasSmell'],
  steps: [
    { id: 'grdf', text: 'Appeler GRDF', within: { minutes: 2, from: 'claim' }, mandatory: true },
    {
      id: 'lieu',
      text: 'Demander où',
      ask: {
        question: 'Où ?',
        answers: [
          { id: 'rue', label: 'Dans la rue', steps: [{ id: 'perimetre', text: 'Poser un périmètre' }] },
          {
            id: 'immeuble',
            label: 'Dans un immeuble',
            steps: [{ id: 'evacuer', text: 'Faire évacuer', within: { minutes: 5, from: 'previous' } }],
          },
        ],
      },
    },
    { id: 'lever', text: 'Lever le périmètre', within: { minutes: 60, from: 'claim' } },
  ],
});

const mark = (id: string, over: object = {}) =>
  StepMark.parse({
    cmd: nextId(),
    procedure: { id: 'gaz', version: 3 },
    step: { id, text: id },
    state: 'done',
    person: 'perrin',
    seat: 'seat-01',
    at: instant(60_000),
    ...over,
  });
const at = (steps: StepMark[], over: object = {}) => ({ claimedAt: instant(0), steps, ...over });
const ids = (marks: StepMark[], procedure: Procedure = gas) =>
  progressOf(procedure, at(marks), 0).steps.map(({ step }) => step.id as string);

describe('what is shown', () => {
  test('no branch before its question is answered, then that one and no other', () => {
    expect(ids([])).toEqual(['grdf', 'lieu', 'lever']);
    const street = mark('lieu', { answer: { id: 'rue', label: 'Dans la rue' } });
    expect(ids([street])).toEqual(['grdf', 'lieu', 'perimetre', 'lever']);
    expect(ids([mark('lieu', { state: 'skipped' })])).toEqual(['grdf', 'lieu', 'lever']);
  });

  test('the first that is still to do is the current one, and how far it is', () => {
    const progress = progressOf(gas, at([mark('grdf'), mark('lever', { state: 'skipped' })]), 0);
    expect(progress.steps.map(({ current }) => current)).toEqual([false, true, false]);
    expect(progress).toMatchObject({ done: 1, skipped: 1 });
  });

  test.each([
    ['of another answer', mark('evacuer'), 'otherAnswer'],
    [
      'of a version with other steps',
      mark('fermer-vanne', { procedure: { id: 'gaz', version: 1 } }),
      'otherVersion',
    ],
    ['of another procedure', mark('grdf', { procedure: { id: 'fuite', version: 1 } }), 'otherProcedure'],
  ])('a mark %s is kept beside and says why', (_, strange, why) => {
    expect(progressOf(gas, at([strange]), 0)).toMatchObject({
      done: 0,
      skipped: 0,
      aside: [{ mark: strange, why }],
    });
  });
});

test('a time counts from when it was taken, or from the step before; what it counts from must have been', () => {
  const due = (marks: StepMark[], over: object, id: string, now = 0) => {
    const { dueAt, overdue } = progressOf(gas, at(marks, over), now).steps.find(
      ({ step }) => step.id === id,
    )!;
    return [dueAt, overdue];
  };
  expect(due([], {}, 'grdf', 120_000)).toEqual([120_000, false]);
  expect(due([], {}, 'grdf', 120_001)).toEqual([120_000, true]);
  expect(due([mark('grdf')], {}, 'grdf', 999_999)).toEqual([120_000, false]);
  expect(due([], { claimedAt: instant(30_000) }, 'lever')).toEqual([3_630_000, false]);
  const house = mark('lieu', { answer: { id: 'immeuble', label: 'Dans un immeuble' } });
  expect(due([house], {}, 'evacuer', 400_000)).toEqual([360_000, true]);
  expect(due([house], { claimedAt: instant(90_000) }, 'evacuer', 400_000)).toEqual([390_000, true]);
});

test('what nobody has taken, or was given back, has no step that is late', () => {
  const house = mark('lieu', { answer: { id: 'immeuble', label: 'Dans un immeuble' } });
  const { steps, overdue } = progressOf(gas, at([house], { claimedAt: undefined }), 9e12);
  expect([steps.flatMap(({ dueAt }) => dueAt ?? []), overdue]).toEqual([[], 0]);
});

test('a file of before, which counts from the call, is read as counting from when it was taken', () => {
  const step = { id: 'grdf', text: 'Appeler GRDF', within: { minutes: 2, from: 'opening' } };
  const read = ProcedureFile.parse({ ...gas, steps: [step] });
  expect(read.steps[0]?.within).toEqual({ minutes: 2, from: 'claim' });
});

/** Steps, each with the steps that its answers lead to; none for a step that asks nothing. */
interface Shape {
  readonly answers: readonly (readonly Shape[])[];
}
const { steps: shapes } = fc.letrec<{ steps: readonly Shape[] }>((tie) => ({
  steps: fc.array(
    fc.record({
      answers: fc.oneof(
        { maxDepth: 3 },
        fc.constant<readonly (readonly Shape[])[]>([]),
        fc.array(tie('steps'), { minLength: 2, maxLength: 3 }),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  ),
}));
function build(shape: readonly Shape[], path = 's'): Step[] {
  return shape.map(({ answers }, n) => ({
    id: `${path}-${n}`,
    text: `${path} ${n}`,
    ...(answers.length > 0 && {
      ask: {
        question: '?',
        answers: answers.map((steps, a) => ({
          id: `a-${a}`,
          label: `${a}`,
          steps: build(steps, `${path}-${n}-${a}`),
        })),
      },
    }),
  })) as unknown as Step[];
}

test('whatever its shape, in whatever order marks came: the same is shown, no step of an answer that was not given, and each mark is in one place', () => {
  fc.assert(
    fc.property(
      shapes,
      fc.array(fc.nat(), { maxLength: 20 }),
      fc.infiniteStream(fc.nat(2)),
      (shape, picks, answers) => {
        const procedure = { ...gas, steps: build(shape) };
        const all = allSteps(procedure);
        const chosen = new Map(picks.map((pick) => [all[pick % all.length]!.id, all[pick % all.length]!]));
        const marks = [...chosen.values()].map((step) => {
          const given = step.ask?.answers[(answers.next().value ?? 0) % step.ask.answers.length];
          return mark(step.id, given && { answer: { id: given.id, label: 'x' } });
        });
        const progress = progressOf(procedure, at(marks), 0);
        expect(progressOf(procedure, at(marks.toReversed()), 0)).toEqual(progress);
        const shown = new Set(progress.steps.map(({ step }) => step.id));
        for (const step of all)
          for (const { id, steps = [] } of step.ask?.answers ?? []) {
            const given = marks.find((one) => one.step.id === step.id)?.answer?.id;
            if (given !== id || !shown.has(step.id))
              expect(steps.some((then) => shown.has(then.id))).toBe(false);
          }
        const placed = [
          ...progress.steps.flatMap((one) => one.mark ?? []),
          ...progress.aside.map((one) => one.mark),
        ];
        expect(new Set(placed)).toEqual(new Set(marks));
        expect(placed).toHaveLength(marks.length);
        expect(progress.steps.filter(({ current }) => current).length).toBe(
          progress.done + progress.skipped < progress.steps.length ? 1 : 0,
        );
      },
    ),
  );
});

test('a procedure fits by kind, service and place, the more particular first', () => {
  const ticket = sample('T-1', {
    kind: 'gasSmell',
    place: { label: '9, rue Monge', street: 'Rue Monge', commune: 'Dijon' },
  });
  const only = (id: string, where: object, kinds = ['gasSmell']) =>
    ProcedureFile.parse({ ...gas, id, kinds, only: where });
  const all = [
    gas,
    only('monge', { streets: ['rue monge'] }),
    only('dijon', { communes: ['Dijon'] }),
    only('quetigny', { communes: ['Quetigny'] }),
    only('voirie', { services: ['roads'] }),
    only('rixe', {}, ['fight']),
  ];
  expect(fitting(all, ticket).map(({ id }) => id)).toEqual(['monge', 'dijon', 'gaz']);
  expect(fitting(all, { ...ticket, place: { label: '?' } }).map(({ id }) => id)).toEqual(['gaz']);
});
