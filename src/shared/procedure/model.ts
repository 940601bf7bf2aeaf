import { z } from 'zod';
import { TICKET_KINDS } from '../ticket/kinds.ts';
import { Service } from '../ticket/model.ts';
import { AnswerId, ProcedureId, type ProcedureRef, StepId } from './mark.ts';

/** French, or French and English: « Couper la circulation ». */
const text = (max: number) =>
  z.union([
    z.string().trim().min(1).max(max),
    z.object({
      fr: z.string().trim().min(1).max(max),
      en: z.string().trim().min(1).max(max).optional(),
    }),
  ]);
export type Text = string | { readonly fr: string; readonly en?: string | undefined };

/** Whose hand it is: the operator's own, a unit's, the supervisor's, or somebody's outside the room. */
export type Who = 'operator' | 'unit' | 'supervisor' | { readonly external: string };

/**
 * How soon, counted from when somebody took the ticket, or from the step before. Until it is taken no step has a time:
 * how long that may be is the target to take it. Files of before say `opening`, the call: it is read as `claim`.
 */
export interface Within {
  readonly minutes: number;
  readonly from: 'claim' | 'previous';
}

export interface Answer {
  readonly id: AnswerId;
  readonly label: Text;
  /** to do then, and only then */
  readonly steps?: readonly Step[] | undefined;
}
export interface Question {
  readonly question: Text;
  readonly answers: readonly Answer[];
}
export interface Step {
  readonly id: StepId;
  readonly text: Text;
  readonly hint?: Text | undefined;
  /** the operator, where nobody is named */
  readonly who?: Who | undefined;
  readonly within?: Within | undefined;
  /** skipping it wants a motive, and is told to the supervisor */
  readonly mandatory?: boolean | undefined;
  readonly ask?: Question | undefined;
}
export interface Procedure {
  readonly id: ProcedureId;
  /** raised by whoever changes the file */
  readonly version: number;
  readonly title: Text;
  /** of tickets; the field's words for them are in `ticket/kinds.ts` */
  readonly kinds: readonly string[];
  /** without it, everywhere */
  readonly only?: Where | undefined;
  readonly steps: readonly Step[];
}

/** Where a procedure fits, or for whom; all of those named must hold. */
export interface Where {
  readonly services?: readonly Service[] | undefined;
  readonly communes?: readonly string[] | undefined;
  readonly streets?: readonly string[] | undefined;
}

/** More is no checklist any more, and a ticket keeps no more marks. */
const MOST_STEPS = 60;

const KINDS: ReadonlySet<string> = new Set(['call', ...TICKET_KINDS.map(({ id }) => id)]);

/** @param object takes unknown fields (the wire: a newer hub may say more) or refuses them (a file: they are typing errors) */
function schemaOf(object: typeof z.object): z.ZodType<Procedure> {
  const who = z.union(
    [z.enum(['operator', 'unit', 'supervisor']), object({ external: z.string().trim().min(1).max(60) })],
    { error: 'expected operator, unit, supervisor, or { external: GRDF }' },
  );
  const within = object({
    minutes: z.int().min(1).max(10_080),
    from: z.enum(['opening', 'claim', 'previous']).transform((from) => (from === 'opening' ? 'claim' : from)),
  });
  const step: z.ZodType<Step> = z.lazy(() =>
    object({
      id: StepId,
      text: text(160),
      hint: text(300).optional(),
      who: who.optional(),
      within: within.optional(),
      mandatory: z.boolean().optional(),
      ask: object({ question: text(160), answers: z.array(answer).min(2).max(9) }).optional(),
    }),
  );
  const answer = object({ id: AnswerId, label: text(60), steps: z.array(step).max(20).optional() });
  return object({
    id: ProcedureId,
    version: z.int().min(1),
    title: text(120),
    kinds: z.array(z.string().min(1).max(80)).min(1).max(20),
    only: object({
      services: z.array(Service).min(1).optional(),
      communes: z.array(z.string().min(1)).min(1).optional(),
      streets: z.array(z.string().min(1)).min(1).optional(),
    }).optional(),
    steps: z.array(step).min(1).max(30),
  });
}

/** A procedure as it travels. */
export const Procedure = schemaOf(z.object);

/** A procedure as somebody wrote it in a file: nothing unknown, no id twice, kinds that there are. */
export const ProcedureFile = schemaOf(z.strictObject as typeof z.object).superRefine((procedure, issues) => {
  const fault = (path: PropertyKey[], message: string) => issues.addIssue({ code: 'custom', path, message });
  for (const [i, kind] of procedure.kinds.entries())
    if (!KINDS.has(kind)) fault(['kinds', i], `no kind of ticket is called ${kind}`);
  const seen = new Set<StepId>();
  visit(procedure.steps, ['steps'], (step, path) => {
    if (seen.has(step.id)) fault([...path, 'id'], `${step.id} stands twice`);
    seen.add(step.id);
    const answers = step.ask?.answers ?? [];
    for (const [i, { id }] of answers.entries())
      if (answers.findIndex((other) => other.id === id) < i)
        fault([...path, 'ask', 'answers', i, 'id'], `${id} stands twice`);
  });
  if (seen.size > MOST_STEPS)
    fault(['steps'], `${seen.size} steps in all, branches included: ${MOST_STEPS} at most`);
});

/** Every step, those of all branches too, in the order they are written. */
function visit(
  steps: readonly Step[],
  path: readonly PropertyKey[],
  see: (step: Step, path: readonly PropertyKey[]) => void,
): void {
  for (const [i, step] of steps.entries()) {
    see(step, [...path, i]);
    for (const [n, { steps: then = [] }] of (step.ask?.answers ?? []).entries())
      visit(then, [...path, i, 'ask', 'answers', n, 'steps'], see);
  }
}

/** Every step of a procedure, those of all branches too. */
export function allSteps({ steps }: Procedure): readonly Step[] {
  const all: Step[] = [];
  visit(steps, [], (step) => void all.push(step));
  return all;
}

export const textIn = (said: Text, locale: 'fr' | 'en'): string =>
  typeof said === 'string' ? said : ((locale === 'en' ? said.en : undefined) ?? said.fr);

/** What the hub keeps on the broker for seats: versions in force, older ones in use, and files that it could not take. */
export const PublishedProcedure = z.discriminatedUnion('state', [
  z.object({
    v: z.literal(1),
    /** `<procedure id>@<version>` */
    id: z.string().min(1).max(100),
    state: z.enum(['current', 'former']),
    procedure: Procedure,
  }),
  z.object({
    v: z.literal(1),
    /** `file:<name>` */
    id: z.string().min(1).max(256),
    state: z.literal('refused'),
    file: z.string().min(1).max(200),
    /** place in the file, key, what was expected: for whoever writes procedures */
    faults: z.array(z.string().max(500)).min(1).max(50),
  }),
]);
export type PublishedProcedure = z.infer<typeof PublishedProcedure>;

export const publishedId = ({ id, version }: ProcedureRef): string => `${id}@${version}`;
