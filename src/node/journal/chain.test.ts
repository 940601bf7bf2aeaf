import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JournalEntry } from '../../shared/wire/journal.ts';
import { instant } from '../../shared/wire/time.ts';
import { chain, chainFault, GENESIS, type JournalHead } from './chain.ts';

const fact = fc.record({
  at: fc.integer({ min: 0, max: 4e12 }).map(instant),
  action: fc.constantFrom('camera.view', 'ticket.claim'),
  payload: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())),
});

const build = (facts: readonly Parameters<typeof chain>[1][]): readonly JournalEntry[] => {
  const entries: JournalEntry[] = [];
  let at: JournalHead = { count: 0, head: GENESIS };
  for (const one of facts) {
    const entry = chain(at, one);
    entries.push(entry);
    at = { count: entry.n, head: entry.head };
  }
  return entries;
};

const firstFault = (entries: readonly JournalEntry[]): string | undefined => {
  let at: JournalHead = { count: 0, head: GENESIS };
  for (const entry of entries) {
    const fault = chainFault(at, entry);
    if (fault !== undefined) return fault;
    at = { count: entry.n, head: entry.head };
  }
  return undefined;
};

test('a chain verifies, also after a trip through JSON', () => {
  fc.assert(
    fc.property(fc.array(fact, { minLength: 1, maxLength: 20 }), (facts) => {
      expect(firstFault(JSON.parse(JSON.stringify(build(facts))))).toBeUndefined();
    }),
  );
});

test('a missing, moved or altered entry is found', () => {
  fc.assert(
    fc.property(fc.array(fact, { minLength: 2, maxLength: 10 }), fc.nat(), (facts, pick) => {
      const entries = build(facts);
      const i = pick % (entries.length - 1);
      expect(firstFault(entries.toSpliced(i, 1))).toMatch(/^n:/);
      const altered = entries.with(i, { ...entries[i]!, action: 'camera.hide' });
      expect(firstFault(altered)).toMatch(/^leaf:/);
      const resealed = entries.with(i, chain({ count: i, head: 'f'.repeat(64) }, facts[i]!));
      expect(firstFault(resealed)).toMatch(/^head:/);
    }),
  );
});

test('a key that no reader keeps is not in the seal either', () => {
  const payload = JSON.parse('{"__proto__": "x", "ticket": "T-1"}');
  const [entry] = build([{ at: instant(0), action: 'camera.view', payload }]);
  expect(firstFault([JSON.parse(JSON.stringify(entry))])).toBeUndefined();
});
