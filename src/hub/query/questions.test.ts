import { expect, it } from 'vitest';
import { SeatId } from '../../shared/ids.ts';
import { Query } from '../../shared/wire/query.ts';
import { Questions } from './questions.ts';

const seat = (n: number) => SeatId.parse(`seat-${n}`);
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const snapshot = (n: number) => Query.parse({ v: 1, query: id(n), type: 'snapshot' });
const ticket = (n: number) =>
  Query.parse({ v: 1, query: id(n), type: 'ticket', session: id(0), ticket: id(0) });

/** Questions that are answered page by page, when the test says so. */
function hub() {
  const begun: string[] = [];
  const turns = new Map<string, { end: () => void; isAwaited: () => boolean }>();
  const questions = new Questions(async (_seat, { query }, isAwaited) => {
    begun.push(query);
    await new Promise<void>((end) => turns.set(query, { end, isAwaited }));
  });
  const end = async (n: number) => {
    turns.get(id(n))!.end();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { questions, begun, end, isAwaited: (n: number) => turns.get(id(n))!.isAwaited() };
}

it('a question asked anew keeps the place in line, and only the new one is answered', async () => {
  const { questions, begun, end } = hub();
  for (const n of [1, 2, 3, 4, 5, 6]) questions.ask(seat(n), snapshot(n));
  for (let again = 1; again <= 9; again++) expect(questions.ask(seat(5), snapshot(50 + again))).toBe(true);
  await end(1);
  await end(2);
  expect(begun).toEqual([1, 2, 3, 4, 59, 6].map(id));
});

it('an answer under way is given up when it is asked anew; one that is still awaited is not', async () => {
  const { questions, begun, end, isAwaited } = hub();
  questions.ask(seat(1), snapshot(1));
  questions.ask(seat(2), snapshot(2));
  questions.ask(seat(1), ticket(3));
  expect([isAwaited(1), isAwaited(2)]).toEqual([true, true]);
  questions.ask(seat(1), snapshot(4));
  expect([isAwaited(1), isAwaited(2)]).toEqual([false, true]);
  await end(1);
  await end(3);
  expect(begun).toEqual([1, 2, 3, 4].map(id));
  expect(isAwaited(4)).toBe(true);
});

it('a seat that waits for many answers gets no more, and the next seat is not held up', async () => {
  const { questions, begun } = hub();
  expect([1, 2, 3, 4, 5, 6].map((n) => questions.ask(seat(1), ticket(n)))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(questions.ask(seat(2), ticket(7))).toBe(true);
  expect(begun).toEqual([1, 7].map(id));
});
