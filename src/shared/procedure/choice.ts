import type { Ticket } from '../ticket/model.ts';
import { fitting } from './fit.ts';
import type { ProcedureRef } from './mark.ts';
import { type Procedure, type PublishedProcedure, publishedId } from './model.ts';

/** Which procedure an open ticket shows. */
export type Choice =
  /** none is for this kind of event, here */
  | { readonly kind: 'none' }
  /** several fit, and nobody has said which */
  | { readonly kind: 'several'; readonly options: readonly Procedure[] }
  | {
      readonly kind: 'followed';
      readonly procedure: Procedure;
      /** in force since: offered, never put in its place */
      readonly newer?: Procedure;
    }
  /** the version that the ticket follows is not known to this seat (yet) */
  | { readonly kind: 'unknown'; readonly ref: ProcedureRef };

export function choiceOf(published: Iterable<PublishedProcedure>, ticket: Ticket): Choice {
  const known = new Map<string, Procedure>();
  const current: Procedure[] = [];
  for (const one of published) {
    if (one.state === 'refused') continue;
    known.set(one.id, one.procedure);
    if (one.state === 'current') current.push(one.procedure);
  }
  const ref = ticket.procedure;
  if (ref === undefined) {
    const [first, ...more] = fitting(current, ticket);
    if (first === undefined) return { kind: 'none' };
    return more.length > 0
      ? { kind: 'several', options: [first, ...more] }
      : { kind: 'followed', procedure: first };
  }
  const procedure = known.get(publishedId(ref));
  if (procedure === undefined) return { kind: 'unknown', ref };
  const newer = current.find(({ id, version }) => id === ref.id && version > ref.version);
  return { kind: 'followed', procedure, ...(newer && { newer }) };
}
