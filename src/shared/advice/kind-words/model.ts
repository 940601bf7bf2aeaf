import type { TicketKindId } from '../../ticket/kinds.ts';

/** What people say of a kind of event: one of `sure` is enough, of `maybe` it takes two. Folded; words may go on. */
export interface KindWords {
  readonly sure: readonly string[];
  readonly maybe: readonly string[];
}
export type KindTable = Readonly<Partial<Record<TicketKindId, KindWords>>>;
