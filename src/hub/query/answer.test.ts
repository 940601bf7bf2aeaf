import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { Query, QueryPage } from '../../shared/wire/query.ts';
import { instant } from '../../shared/wire/time.ts';
import { answerQuery } from './answer.ts';

let room: TestDesk;
beforeEach(async () => {
  room = await openTestDesk();
});
afterEach(() => room.close());

const ask = (query: object) =>
  answerQuery(room.store, Query.parse({ v: 1, query: v7(), ...query }), instant(START), async () => 'OK');
/** @param then done when the first page has been read */
const read = async (pages: AsyncIterable<string>, then: () => Promise<void>) => {
  const all: QueryPage[] = [];
  for await (const text of pages) {
    if (all.push(QueryPage.parse(JSON.parse(text))) === 1) await then();
  }
  return all;
};

it('is read page by page, holds up no command, and goes no further than its head', async () => {
  const make = await room.signIn('seat-01', 'p-1');
  const create = () =>
    make({
      op: 'ticket.create',
      target: { type: 'ticket', id: v7() },
      exp: 0,
      args: draft({ description: 'é'.repeat(1_500) }),
    });
  for (let n = 0; n < 3; n++) await room.ask('seat-01', ...Array.from({ length: 200 }, () => create()));
  const between = async () => {
    const [reply] = await room.ask('seat-01', create());
    expect(reply?.code).toBe('OK');
  };
  const events = (pages: readonly QueryPage[]) => pages.flatMap((page) => page.events.map(({ seq }) => seq));

  const since = await read(ask({ type: 'since', epoch: room.store.epoch, since: 0 }), between);
  expect(since.length).toBeGreaterThan(3);
  expect(new Set(since.map(({ head }) => head))).toEqual(new Set([600]));
  expect(events(since)).toEqual(Array.from({ length: 600 }, (_, n) => n + 1));

  const snapshot = await read(ask({ type: 'snapshot' }), between);
  expect(new Set(snapshot.map(({ head }) => head))).toEqual(new Set([601]));
  expect(events(snapshot).sort((a, b) => a - b)).toEqual(Array.from({ length: 601 }, (_, n) => n + 1));
  expect(snapshot.flatMap((page) => (page.type === 'snapshot' ? page.tickets : []))).toHaveLength(601);
});
