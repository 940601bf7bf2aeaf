import { TICKET_KINDS, type TicketKindId } from '../ticket/kinds.ts';
import { KIND_WORDS } from './kind-words/index.ts';
import { plainWords, saidIn } from './words.ts';

/** What a word is worth: one that is sure is enough by itself, of the others it takes two. */
const SURE = 2;
const ENOUGH = 2;
/** How far ahead of the next kind it must be: what could be either is not proposed. */
const AHEAD = 1;

export interface KindAdvice {
  readonly rule: 'kind';
  readonly kind: TicketKindId;
  /** as they were recognised, folded */
  readonly words: readonly string[];
  /** what else it could have been, and by which words it would be that */
  readonly next: { readonly kind: TicketKindId; readonly words: readonly string[] } | undefined;
}

interface Score {
  readonly kind: TicketKindId;
  readonly words: readonly string[];
  readonly points: number;
}

/**
 * The kind that a caller's words speak of, in French; silent where they fit none well, or two alike. A table of words,
 * no learning: the same words give the same kind.
 */
export function kindOfWords(said: string): KindAdvice | undefined {
  const text = plainWords(said);
  const [best, next] = TICKET_KINDS.map(({ id }) => score(text, id))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points);
  if (best === undefined || best.points < ENOUGH) return undefined;
  if (next !== undefined && best.points - next.points < AHEAD) return undefined;
  const { kind, words } = best;
  return { rule: 'kind', kind, words, next: next && { kind: next.kind, words: next.words } };
}

function score(text: string, kind: TicketKindId): Score {
  const { sure, maybe } = KIND_WORDS[kind] ?? { sure: [], maybe: [] };
  const [strong, weak] = [saidIn(text, sure), saidIn(text, maybe)];
  // « feux » within « feux tricolores » is one word said, not two.
  const own = weak.filter((word) => !strong.some((longer) => longer.includes(word)));
  return { kind, words: [...strong, ...own], points: strong.length * SURE + own.length };
}
