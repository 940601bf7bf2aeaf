import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { SeatId } from '../../shared/ids.ts';
import { Query, QueryPage } from '../../shared/wire/query.ts';
import { instant } from '../../shared/wire/time.ts';
import { answerQuery } from '../query/answer.ts';
import { consultedBy } from '../query/consulted.ts';
import { fillTexts } from './fill.ts';

const DAY = 24 * 3_600_000;
let room: TestDesk;
/** whose questions these are */
let session: string;
beforeEach(async () => {
  room = await openTestDesk();
  session = await sitsAt('seat-01', 'p-1');
});
const sitsAt = async (seat: string, person: string) => String((await room.signIn(seat, person))({}).session);
afterEach(() => room.close());

/** Opened, noted on and closed, a minute after the one before; @returns their ids */
async function closed(tickets: readonly { readonly title: string; readonly note?: string }[]) {
  const make = await room.signIn('seat-01', 'p-1');
  session = String(make({}).session);
  const ids: string[] = [];
  for (const { title, note } of tickets) {
    room.clock.now += 60_000;
    const target = { type: 'ticket', id: v7() };
    ids.push(target.id);
    const madeAt = instant(room.clock.now);
    const create = { op: 'ticket.create', target, exp: 0, args: draft({ title }) };
    const steps = [
      create,
      { op: 'ticket.claim', target, exp: 1, args: {} },
      ...(note === undefined ? [] : [{ op: 'ticket.note', target, exp: 2, args: { text: note } }]),
      { op: 'ticket.close', target, exp: 2, args: { outcome: 'done' } },
    ];
    for (const step of steps) {
      const [reply] = await room.ask('seat-01', { ...make(step), madeAt });
      expect(reply?.code).toBe('OK');
    }
  }
  return ids;
}
const ask = async (query: object, at = START + 10 * DAY) => {
  const pages: QueryPage[] = [];
  const asked = Query.parse({ v: 1, query: v7(), session, ...query });
  const consulted = consultedBy(room, SeatId.parse('seat-01'), instant(at));
  for await (const text of answerQuery(room.store, asked, instant(at), consulted))
    pages.push(QueryPage.parse(JSON.parse(text)));
  return pages[0]!;
};
const search = async (text: string, more: object = {}) => {
  const page = await ask({ type: 'search', text, limit: 10, ...more });
  return page.type === 'search' ? page : expect.fail('another answer');
};
const titles = async (text: string) => (await search(text)).tickets.map(({ title }) => title);

it('finds old tickets by what they say and by what was written on them, the latest closed first', async () => {
  await closed([
    { title: 'Éclairage éteint, rue Berbisey' },
    { title: 'Chien errant', note: 'Confié à la fourrière, maître prévenu' },
    { title: 'Éclairage clignotant' },
  ]);
  expect(await titles('eclairage')).toEqual(['Éclairage clignotant', 'Éclairage éteint, rue Berbisey']);
  expect(await titles('ÉCLAI berb')).toEqual(['Éclairage éteint, rue Berbisey']);
  expect(await titles('fourriere')).toEqual(['Chien errant']);
  expect(await titles('100% _')).toEqual([]);
  expect(await titles('…')).toEqual([]);
});

it('leaves out what seats hold themselves', async () => {
  await closed([{ title: 'Tag' }]);
  const young = await ask({ type: 'search', text: 'tag', limit: 10 }, START + DAY);
  expect(young).toMatchObject({ ok: true, tickets: [] });
});

it('goes on behind what it gave, until there is no more', async () => {
  const ids = await closed(Array.from({ length: 5 }, (_, n) => ({ title: `Tag ${n}` })));
  const found: string[] = [];
  for (let behind: object | undefined, turn = 0; turn < 4; turn++) {
    const page = await search('tag', { limit: 2, ...(behind === undefined ? {} : { behind }) });
    found.push(...page.tickets.map(({ id }) => id));
    behind = page.next;
    if (behind === undefined) break;
  }
  expect(found).toEqual(ids.toReversed());
});

it('gives one ticket with its events, or says that it is not kept', async () => {
  const [id] = await closed([{ title: 'Tag', note: 'Vu' }]);
  const page = await ask({ type: 'ticket', ticket: id });
  expect(page).toMatchObject({ ok: true, tickets: [{ id, title: 'Tag' }] });
  expect(await ask({ type: 'ticket', ticket: 'gone' })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
});

it('finds what was there before it could be searched', async () => {
  await closed([{ title: 'Chien errant', note: 'Confié à la fourrière' }, { title: 'Tag' }]);
  await room.store.write(({ tx }) => tx.deleteFrom('ticket_text').execute());
  expect(await titles('fourriere')).toEqual([]);
  expect(await fillTexts(room.store, new AbortController().signal)).toBe(2);
  expect(await titles('fourriere')).toEqual(['Chien errant']);
});

const journal = async () => {
  const rows = await room.store.db
    .selectFrom('journal')
    .select('json')
    .where('action', 'like', 'archive.%')
    .orderBy('n')
    .execute();
  return rows.map(({ json }) => JSON.parse(json));
};

it('is told in the journal who looked for what, and what they were shown, but not what it says', async () => {
  const [tag, dog] = await closed([{ title: 'Tag' }, { title: 'Chien errant', note: 'À M. Dupont' }]);
  await search('dupont');
  await ask({ type: 'ticket', ticket: tag });
  const who = { seat: 'seat-01', person: 'p-1', session, assurance: 'declared' };
  const at = instant(START + 10 * DAY);
  const entries = await journal();
  expect(entries).toMatchObject([
    { ...who, at, action: 'archive.search', payload: { code: 'OK', text: 'dupont', tickets: [dog] } },
    { ...who, at, action: 'archive.read', target: `ticket:${tag}`, payload: { code: 'OK' } },
  ]);
  expect(JSON.stringify(entries)).not.toContain('Chien');
});

it('is written down before anything leaves: where that fails, nothing is told', async () => {
  await closed([{ title: 'Tag' }]);
  const asked = Query.parse({ v: 1, query: v7(), session, type: 'search', text: 'tag', limit: 10 });
  const pages = answerQuery(room.store, asked, instant(START + 10 * DAY), () =>
    Promise.reject(new Error('disk full')),
  );
  await expect(pages.next()).rejects.toThrow('disk full');
});

it('is not answered for a session that is not this seat’s, nor for who looks after machines; that too is told', async () => {
  await closed([{ title: 'Tag' }]);
  const theirs = await sitsAt('seat-02', 'p-4');
  const it = await sitsAt('seat-01', 'p-5');
  for (const other of [v7(), theirs, it])
    for (const query of [
      { type: 'search', text: 'tag', limit: 10 },
      { type: 'ticket', ticket: 'any' },
    ])
      expect(await ask({ ...query, session: other })).toMatchObject({
        ok: false,
        code: 'FORBIDDEN',
        tickets: [],
      });
  const codes = (await journal()).map(({ person, payload }) => [person, payload.code, payload.tickets]);
  expect(codes).toEqual(
    [undefined, undefined, 'p-5'].flatMap((person) => [
      [person, 'FORBIDDEN', undefined],
      [person, 'FORBIDDEN', undefined],
    ]),
  );
});
