import { z } from 'zod';
import { type RoomTargets, targetsOf } from '../ticket/targets.ts';
import { millis } from '../wire/time.ts';
import type { AnswerFacts, Moment } from './moment.ts';

const PLACEHOLDERS = ['ref', 'within', 'due'] as const;
type Placeholder = (typeof PLACEHOLDERS)[number];
/** What is tracked when: the target to take a ticket while nobody has, the promise when it is made. */
const ONLY_AT: Partial<Record<Placeholder, readonly Moment[]>> = {
  within: ['received', 'reopened'],
  due: ['promised'],
};
/** « sous 2 jours », « dans 30 min », « within the hour », « demain »: a delay that nothing would track. */
const DELAY =
  /\b\d+\s*(?:h|min(?:utes?)?|heures?|hours?|jours?|days?|semaines?|weeks?)\b|\b(?:demain|tomorrow|tout de suite|immédiatement|immediately)\b|\bwithin (?:the|an|a) \w+|\bdans l[’']heure\b/iu;

/** Its sentences, in order; one that speaks of what a ticket doesn't track is left out. An empty list says nothing. */
const said = (moment: Moment) =>
  z
    .union([
      z
        .string()
        .min(1)
        .max(600)
        .transform((text) => [text]),
      z.array(z.string().min(1).max(600)).max(6),
    ])
    .superRefine((sentences, issues) => {
      for (const sentence of sentences) {
        const refuse = (message: string) => issues.addIssue({ code: 'custom', message });
        for (const [, name = ''] of sentence.matchAll(/\{([^}]*)\}/g)) {
          const known = PLACEHOLDERS.find((one) => one === name);
          if (known === undefined)
            refuse(`{${name}} is unknown; known: ${PLACEHOLDERS.map((one) => `{${one}}`).join(', ')}`);
          else if (ONLY_AT[known]?.includes(moment) === false)
            refuse(`{${name}} is not tracked at this change; only at ${ONLY_AT[known].join(', ')}`);
        }
        if (DELAY.test(sentence))
          refuse(
            'promises a delay that nothing tracks; use {within} (target) or {due} (promise), or say none',
          );
      }
    });

const closed = z.strictObject({
  done: said('closed'),
  noAction: said('closed'),
  transferred: said('closed'),
  unfounded: said('closed'),
});
const answers = z.strictObject({
  received: said('received'),
  taken: said('taken'),
  onItsWay: said('onItsWay'),
  merged: said('merged'),
  closed,
  reopened: said('reopened'),
  promised: said('promised'),
  revoked: said('revoked'),
});

/** `resources/answers/<locale>.yaml`: what who reported is told, by change; kinds of tickets may have their own words. */
export const AnswerTemplates = z.strictObject({
  default: answers,
  kinds: z.record(z.string(), answers.extend({ closed: closed.partial() }).partial()).default({}),
});
export type AnswerTemplates = z.infer<typeof AnswerTemplates>;

export interface Speech {
  readonly locale: 'fr' | 'en';
  readonly timeZone: string;
  /** by which the room judges itself: another time may not be promised */
  readonly targets: RoomTargets;
  /** ms since the epoch */
  readonly now: number;
}

/** The words for who reported. @returns undefined where the templates say nothing at this change */
export function answerWords(
  templates: AnswerTemplates,
  facts: AnswerFacts,
  speech: Speech,
): string | undefined {
  const values: Record<Placeholder, string | undefined> = {
    ref: facts.ref,
    within: within(targetsOf(facts, speech.targets).claim, speech),
    due: facts.due === undefined ? undefined : moment(millis(facts.due), speech),
  };
  const sentences = sentencesFor(templates, facts).flatMap((sentence) => {
    let known = true;
    const text = sentence.replace(/\{(\w+)\}/g, (_, name: Placeholder) => {
      known &&= values[name] !== undefined;
      return values[name] ?? '';
    });
    return known ? [text] : [];
  });
  return sentences.length === 0 ? undefined : sentences.join(' ').slice(0, 1_000);
}

function sentencesFor(
  { default: usual, kinds }: AnswerTemplates,
  { moment, kind, outcome = 'done' }: AnswerFacts,
): readonly string[] {
  const own = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (moment !== 'closed') return own?.[moment] ?? usual[moment];
  const how = outcome === 'duplicate' ? 'done' : outcome;
  return own?.closed?.[how] ?? usual.closed[how];
}

/** « 30 minutes » */
function within(minutes: number, { locale }: Speech): string {
  const [value, unit] = minutes < 60 ? [minutes, 'minute'] : [minutes / 60, 'hour'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** « 14:30 », with its day where that is not today */
function moment(at: number, { locale, timeZone, now }: Speech): string {
  const day = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long' });
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  return day.format(at) === day.format(now) ? time.format(at) : `${time.format(at)} (${day.format(at)})`;
}
