import { createHash, randomBytes } from 'node:crypto';
import { JournalEntry } from '../../shared/wire/journal.ts';

/** What is to be recorded; number, salt and hashes are the chain's to add. */
export type JournalFact = Omit<JournalEntry, 'v' | 'n' | 'salt' | 'leaf' | 'head'>;

const Fact = JournalEntry.omit({ v: true, n: true, salt: true, leaf: true, head: true });

/** Where a journal stands: nothing written yet is `{count: 0, head: GENESIS}`. */
export interface JournalHead {
  readonly count: number;
  readonly head: string;
}
export const GENESIS = '0'.repeat(64);

const sha256 = (...parts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const BROKEN = 'head: does not follow from what came before';

/** JSON with sorted keys, so that equal facts have equal bytes whoever wrote them down. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const leafOf = (salt: string, n: number, fact: JournalFact): string =>
  sha256(salt, canonical({ ...fact, n }));
const headOf = (previous: string, leaf: string): string => sha256(previous, leaf);

/**
 * Adds a fact to a chain. The leaf hides the whole fact and its number behind the salt: all can be destroyed when the
 * law says so, and the heads still verify.
 * @param salt 16 random bytes in hex, given by tests that want to repeat themselves
 */
export function chain(
  { count, head }: JournalHead,
  fact: JournalFact,
  salt = randomBytes(16).toString('hex'),
): JournalEntry {
  const n = count + 1;
  // Sealed is what is kept: a key that the schema drops (`__proto__`) must not be in the leaf.
  const kept = Fact.parse(fact);
  const leaf = leafOf(salt, n, kept);
  return { v: 1, n, ...kept, salt, leaf, head: headOf(head, leaf) };
}

/** Why an entry doesn't continue a chain; undefined where it does. */
export function chainFault({ count, head }: JournalHead, entry: JournalEntry): string | undefined {
  if (entry.n !== count + 1) return `n: ${entry.n} after ${count}`;
  const { v: _v, n, salt, leaf, head: claimed, ...fact } = entry;
  if (leafOf(salt, n, fact) !== leaf) return 'leaf: the entry is not what was sealed';
  return headOf(head, leaf) === claimed ? undefined : BROKEN;
}

/** What stays of an entry that was destroyed because the law says so. */
export type SealedEntry = Pick<JournalEntry, 'v' | 'n' | 'leaf' | 'head'>;

export const seal = ({ v, n, leaf, head }: JournalEntry): SealedEntry => ({ v, n, leaf, head });

/** Why what stays of an entry doesn't continue a chain; its contents can't be judged any more. */
export function sealedFault({ count, head }: JournalHead, entry: SealedEntry): string | undefined {
  if (entry.n !== count + 1) return `n: ${entry.n} after ${count}`;
  return headOf(head, entry.leaf) === entry.head ? undefined : BROKEN;
}
