import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ReplyCode } from '../wire/reply.ts';
import { backOff, commutes, heldBehind, type OutboxRow, sendable, verdict } from './machine.ts';

const row = fc.record({
  cmd: fc.uuid(),
  target: fc.constantFrom('T-1', 'T-2', 'T-3'),
  op: fc.constantFrom('ticket.claim', 'ticket.note', 'ticket.step', 'ticket.close'),
  state: fc.constantFrom('pending', 'sent', 'accepted', 'refused', 'held'),
  tries: fc.nat(10),
  notBefore: fc.nat(100),
}) satisfies fc.Arbitrary<OutboxRow>;
const rows = fc.uniqueArray(row, { selector: ({ cmd }) => cmd, maxLength: 20 });

describe('what may be sent', () => {
  test('at most one command is under way per target, and only due ones that wait', () => {
    fc.assert(
      fc.property(rows, fc.nat(100), (all, now) => {
        const ready = sendable(all, now);
        const underWay = [...all.filter(({ state }) => state === 'sent'), ...ready];
        for (const { cmd, target, state, notBefore } of ready) {
          expect(state).toBe('pending');
          expect(notBefore).toBeLessThanOrEqual(now);
          expect(ready.filter((other) => other.target === target)).toHaveLength(1);
          const sentBefore = all.slice(
            0,
            all.findIndex((r) => r.cmd === cmd),
          );
          expect(sentBefore.some((r) => r.target === target && ['sent', 'pending'].includes(r.state))).toBe(
            false,
          );
        }
        expect(underWay.length).toBeLessThanOrEqual(all.length);
      }),
    );
  });

  test('what was made since a refusal goes, though others wait for a decision', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('ticket.claim', 'ticket.note'), (all, op) => {
        const closed = all.filter(({ state }) => state === 'refused' || state === 'held');
        const since = { cmd: 'since', target: 'T-1', op, state: 'pending', tries: 0, notBefore: 0 } as const;
        expect(sendable([...closed, since], 0)).toEqual([since]);
      }),
    );
  });

  test('whatever waits goes at last: answering all that is sendable, again and again, empties the outbox', () => {
    fc.assert(
      fc.property(rows, (all) => {
        let left: OutboxRow[] = all.map((r) => (r.state === 'sent' ? { ...r, state: 'pending' } : r));
        for (let i = 0; i <= all.length; i++) {
          const gone = new Set(sendable(left, 100).map(({ cmd }) => cmd));
          left = left.filter(({ cmd }) => !gone.has(cmd));
        }
        expect(left.filter(({ state }) => state === 'pending')).toEqual([]);
      }),
    );
  });
});

test('behind a refusal notes still go and the others of that ticket are held', () => {
  fc.assert(
    fc.property(
      rows.filter((all) => all.length > 0),
      fc.nat(),
      (all, pick) => {
        const refused = all[pick % all.length]!;
        const after = all.slice(all.indexOf(refused) + 1);
        const held = new Set(heldBehind(all, refused));
        for (const r of after) {
          const holds =
            !commutes(refused.op) && r.target === refused.target && r.state === 'pending' && !commutes(r.op);
          expect(held.has(r.cmd)).toBe(holds);
        }
        expect(held.size).toBeLessThanOrEqual(after.length);
      },
    ),
  );
});

test('the back-off grows from half a second to half a minute and never beyond', () => {
  fc.assert(
    fc.property(
      fc.nat(1_000),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (tries, random) => {
        const wait = backOff(tries, random);
        expect(wait).toBeGreaterThanOrEqual(500);
        expect(wait).toBeLessThanOrEqual(30_000);
      },
    ),
  );
  expect(backOff(0, 0)).toBeLessThan(backOff(4, 0));
});

test('every code of the contract has its consequence', () => {
  const by = Map.groupBy(ReplyCode.options, verdict);
  expect(by.get('accept')).toEqual(['OK']);
  expect(by.get('resync')).toEqual(['STALE_EPOCH']);
  expect(by.get('stop')).toEqual(['UNSUPPORTED_VERSION']);
  expect(by.get('retry')).toEqual(['RETRY']);
  expect(by.get('refuse')).toEqual([
    'VERSION_CONFLICT',
    'BAD_STATE',
    'NOT_FOUND',
    'NOT_OWNER',
    'FORBIDDEN',
    'INVALID',
    'EXPIRED',
  ]);
});
