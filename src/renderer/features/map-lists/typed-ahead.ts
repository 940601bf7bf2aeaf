import { folded } from '../../../shared/i18n/folded.ts';

/** Letters that follow one another so closely are one word, ms. */
const WORD_MS = 700;

/** What has been typed ahead, and when its last letter was. */
export interface Typed {
  readonly text: string;
  /** ms */
  readonly at: number;
}
export const NOTHING_TYPED: Typed = { text: '', at: Number.NEGATIVE_INFINITY };

/** A space goes on with a word that is being typed; by itself it is a key like others. */
export const takesSpace = (typed: Typed, at: number): boolean =>
  typed.text !== '' && at - typed.at <= WORD_MS;

export const typedNext = (typed: Typed, key: string, at: number): Typed => ({
  text: (at - typed.at <= WORD_MS ? typed.text : '') + folded(key),
  at,
});

/**
 * The line that is meant: whose name begins so, else one of whose words does (« liberté » of « rue de la Liberté »).
 * The first letter looks on from the line after the cursor, so that it leads from one to the next; a longer word from
 * the cursor itself. Round and round; undefined where there is none.
 */
export function findTyped(labels: readonly string[], text: string, cursor: number): number | undefined {
  const from = cursor + (text.length === 1 ? 1 : 0);
  const order = labels.map((_, n) => (from + n) % labels.length);
  const names = labels.map(folded);
  return (
    order.find((n) => names[n]!.startsWith(text)) ??
    order.find((n) =>
      names[n]!.split(/[\s'’-]+/).some((_, word, words) => words.slice(word).join(' ').startsWith(text)),
    )
  );
}
